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

/** The files a browser loads before it shows the screen: the entry's and its own modules', with all they import. */
export function filesOf(bundle: Bundle, modules: readonly string[]): string[] {
  const files = new Set<string>();
  function take(name: string) {
    const chunk = bundle[name];
    if (files.has(name) || chunk?.type !== "chunk") return;
    files.add(name);
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
    for (const imported of chunk.imports) take(imported);
  }
  for (const [name, chunk] of Object.entries(bundle)) {
    if (chunk.type === "chunk" && (chunk.isEntry || modules.some((module) => chunk.facadeModuleId?.endsWith(module))))
      take(name);
  }
  return [...files];
}

function gzipped(file: Chunk | Asset | undefined): number {
  if (file === undefined) return 0;
  return gzipSync(file.type === "chunk" ? file.code : file.source).length;
}

/** Fails the build when the first load of a screen, with what it waits for, grows beyond so many bytes, compressed. */
export function bundleBudget(modules: readonly [string, ...string[]], most: number): Plugin {
  return {
    name: "bundle-budget",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, written) {
        const bundle = written as unknown as Bundle;
        const files = filesOf(bundle, modules);
        const facades = files.map((name) => (bundle[name] as Partial<Chunk>).facadeModuleId);
        const missing = modules.find((module) => !facades.some((facade) => facade?.endsWith(module)));
        if (missing !== undefined) this.error(`Expected a chunk for ${missing}, but there is none`);
        const bytes = files.reduce((sum, name) => sum + gzipped(bundle[name]), 0);
        const told = `${modules[0]} loads ${Math.ceil(bytes / 1000)} kB (gzip) in ${files.length} files first`;
        if (bytes > most) this.error(`${told}, but at most ${most / 1000} kB are allowed`);
        this.info(told);
      },
    },
  };
}
