// Reads lines on standard input, each "<schema's index> <document>", and writes one 0 or 1 a line in the same order.
// The schemas are the files named on the command line. One process judges them all, since starting it costs the most.
const { readFileSync } = require("node:fs");
const { createInterface } = require("node:readline");
const Draft7 = require("ajv");
const Draft2019 = require("ajv/dist/2019");
const Draft2020 = require("ajv/dist/2020");

// Not strict: what ajv dislikes without the specification forbidding it is not a verdict.
const options = { strict: false, validateFormats: false, logger: false };

function compile(file) {
  const schema = JSON.parse(readFileSync(file, "utf8"));
  const dialect = schema.$schema ?? "";
  const Ajv = dialect.includes("2020-12") ? Draft2020 : dialect.includes("2019-09") ? Draft2019 : Draft7;
  return new Ajv(options).compile(schema);
}

const validators = process.argv.slice(2).map(compile);
const verdicts = [];
createInterface({ input: process.stdin })
  .on("line", (line) => {
    const space = line.indexOf(" ");
    const valid = validators[Number(line.slice(0, space))](JSON.parse(line.slice(space + 1)));
    verdicts.push(valid ? "1" : "0");
  })
  .on("close", () => process.stdout.write(verdicts.join("\n")));
