import { expect, it } from "vitest";
import { filesOf } from "../../bundleBudget";

const chunk = (imports: string[], more: object = {}) =>
  ({ type: "chunk", code: "", facadeModuleId: null, isEntry: false, imports, ...more }) as const;

it("counts what the entry, the screen and its words load at once, and nothing that comes later", () => {
  const bundle = {
    "index.js": chunk(["shared.js"], { isEntry: true, viteMetadata: { importedCss: new Set(["index.css"]) } }),
    "shared.js": chunk(["index.js"]),
    "desk.js": chunk(["shared.js", "list.js"], { facadeModuleId: "/src/desk/DeskPage.tsx" }),
    "list.js": chunk([]),
    "bpmn.js": chunk(["shared.js"]),
    "fr.js": chunk([], { facadeModuleId: "/src/i18n/fr.ts" }),
    "en.js": chunk([], { facadeModuleId: "/src/i18n/en.ts" }),
    "index.css": { type: "asset", source: "" } as const,
  };

  expect(filesOf(bundle, ["desk/DeskPage.tsx", "i18n/fr.ts"]).sort()).toEqual([
    "desk.js",
    "fr.js",
    "index.css",
    "index.js",
    "list.js",
    "shared.js",
  ]);
});
