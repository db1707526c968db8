import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

type Chunk = {
  type: "chunk";
  code: string;
  facadeModuleId: string | null;
  isEntry: boolean;
  imports: string[];
  viteMetadata?: { importedCss: Set<string> };
};
type Asset = { type: "asset"; source: string | Uint8Array };
type Bundle = Record<string, Chunk | Asset>;

/** The files a browser loads before it shows the screen: the entry's and the screen's own, with all they import. */
export function filesOf(bundle: Bundle, screen: string): string[] {
  const files = new Set<string>();
  function take(name: string) {
    const chunk = bundle[name];
    if (files.has(name) || chunk?.type !== "chunk") return;
    files.add(name);
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
    for (const imported of chunk.imports) take(imported);
  }
  for (const [name, chunk] of Object.entries(bundle)) {
    if (chunk.type === "chunk" && (chunk.isEntry || chunk.facadeModuleId?.endsWith(screen))) take(name);
  }
  return [...files];
}

function gzipped(file: Chunk | Asset | undefined): number {
  if (file === undefined) return 0;
  return gzipSync(file.type === "chunk" ? file.code : file.source).length;
}

/** Fails the build when a screen's first load grows beyond so many bytes, compressed. */
export function bundleBudget(screen: string, most: number): Plugin {
  return {
    name: "bundle-budget",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, written) {
        const bundle = written as unknown as Bundle;
        const files = filesOf(bundle, screen);
        if (
          !files.some(
            (name) => bundle[name]?.type === "chunk" && (bundle[name] as Chunk).facadeModuleId?.endsWith(screen),
          )
        )
          this.error(`Expected a chunk for ${screen}, but there is none`);
        const bytes = files.reduce((sum, name) => sum + gzipped(bundle[name]), 0);
        const told = `${screen} loads ${Math.ceil(bytes / 1000)} kB (gzip) in ${files.length} files first`;
        if (bytes > most) this.error(`${told}, but at most ${most / 1000} kB are allowed`);
        this.info(told);
      },
    },
  };
}
