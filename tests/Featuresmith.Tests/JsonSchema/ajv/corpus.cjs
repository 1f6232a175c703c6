// The other side of the benchmark: validates the files of a folder as ours does and says how that went.
//   node corpus.cjs whole <folder>           reads, compiles and validates once; prints how many are valid
//   node corpus.cjs warm <folder> <seconds>  validates for that long; prints nanoseconds a pass over all files
// A file is judged by the schema whose name its own begins with: feature-*.json, devcontainer-*.json.
const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

const [mode, folder, seconds] = process.argv.slice(2);
const options = { strict: false, validateFormats: false, logger: false };
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const compile = (Ajv, schema) => new Ajv(options).compile(read(`schema-${schema}.json`));
const validators = {
  feature: compile(require("ajv"), "feature"),
  devcontainer: compile(require("ajv/dist/2019"), "devcontainer"),
};

const documents = readdirSync(folder)
  .filter((name) => !name.startsWith("schema-"))
  .map((name) => ({ validate: validators[name.slice(0, name.indexOf("-"))], data: read(name) }));

function pass() {
  let valid = 0;
  for (const { validate, data } of documents) {
    valid += validate(data) ? 1 : 0;
  }
  return valid;
}

if (mode === "whole") {
  console.log(pass());
} else {
  const end = process.hrtime.bigint() + BigInt(seconds) * 1_000_000_000n;
  let best = Infinity;
  while (process.hrtime.bigint() < end) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < 20; i++) {
      pass();
    }
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 20);
  }
  console.log(Math.round(best));
}
