/** Says what Camunda Modeler would complain of in these files, one complaint a line. */
import { readFileSync } from "node:fs";
import { register } from "node:module";

// Its modules are written for a bundler: without endings, with JSON, and with the parts of older modules by their names.
const bundled = `
import { readFileSync } from "node:fs";
export const resolve = (name, context, next) =>
  next(name, context).catch(() => next(name + ".js", context)).catch(() => next(name + "/index.js", context));
const as = (source) => ({ format: "module", shortCircuit: true, source });
export const load = async (url, context, next) =>
  url.startsWith("file:") && url.endsWith(".json")
    ? as("export default " + readFileSync(new URL(url), "utf8"))
    : url.endsWith("/bpmnlint-plugin-camunda-compat/index.js")
      ? as("import { createRequire } from 'node:module'; export const { configs, rules } = createRequire(import.meta.url)('./index.js');")
      : next(url, context);`;
register(`data:text/javascript,${encodeURIComponent(bundled)}`);

const { Linter } = await import("@camunda/linting");
const linter = new Linter({ modeler: "desktop", type: "cloud" });
for (const file of process.argv.slice(2))
  for (const { category, id, rule, message } of await linter.lint(readFileSync(file, "utf8")))
    console.log(JSON.stringify({ file, category, id, rule, message }));
