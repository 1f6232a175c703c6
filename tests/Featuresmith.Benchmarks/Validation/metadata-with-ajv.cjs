// The other side of validate-vs-ajv: every devcontainer-feature.json below a folder, against the official schema alone.
// node metadata-with-ajv.cjs SCHEMA FOLDER prints how many files are valid.
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const Ajv = require('../../Featuresmith.Tests/JsonSchema/ajv/node_modules/ajv').default;

const [schema, folder] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));
const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('devcontainer-feature.json'));
console.log(files.filter((file) => validate(JSON.parse(readFileSync(join(folder, file), 'utf8')))).length);
