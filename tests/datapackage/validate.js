/*
 * Holds a catalogue folder against its own datapackage.json, by a validator that is not ours.
 *
 *   node validate.js FOLDER           print every complaint; exit 1 if there is one
 *   node validate.js --prove FOLDER   the folder must be clean, and copies of it that are broken
 *                                     on purpose must be found out; one "ok" line per check
 *
 * No rule of the catalogue stands here: the rules are datapackage.json's alone.
 * NODE_PATH names the folder that holds the validator; ../datapackage.test sees to it.
 */
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const { Package } = require('datapackage');
const parse = require('csv-parse/lib/es5/sync');

/* ---- Judging a folder: complaints, each "FILE:LINE: what" or "FILE: what". ---- */

function complain(file, error) {
  const parts = error.errors && error.errors.length ? error.errors : [error];
  const line = error.rowNumber ? `:${error.rowNumber}` : '';
  return parts.map((part) => `${file}${line}: ${part.message}`);
}

async function read(resource, relations) {
  const file = resource.descriptor.path;
  try {
    /* forceCast: a bad row comes back as an error in its place, so that all of them are seen. */
    const rows = await resource.read({ keyed: true, forceCast: true, relations });
    return rows.filter((row) => row instanceof Error).flatMap((error) => complain(file, error));
  } catch (error) {
    return complain(file, error);
  }
}

/* The validator takes any byte for text, so the encoding that the description names is held here. */
function badBytes(folder, resource) {
  const { path: file, encoding } = resource.descriptor;
  try {
    new TextDecoder(encoding, { fatal: true }).decode(fs.readFileSync(path.join(folder, file)));
    return [];
  } catch (error) {
    return [`${file}: some bytes are not ${encoding}`];
  }
}

async function judge(folder) {
  const descriptor = path.join(folder, 'datapackage.json');
  let data;
  try {
    data = await Package.load(descriptor, { strict: false });
  } catch (error) {
    return complain('datapackage.json', error);
  }
  if (!data.valid) {
    return data.errors.flatMap((error) => complain('datapackage.json', error));
  }

  /* The validator dies of an absent file instead of saying so. */
  const absent = data.resources.filter((r) => !fs.existsSync(path.join(folder, r.descriptor.path)));
  if (absent.length > 0) {
    return absent.map((resource) => `${resource.descriptor.path}: there is no such file`);
  }

  let complaints = [];
  for (const resource of data.resources) {
    complaints = complaints.concat(badBytes(folder, resource), await read(resource, false));
  }
  /* One unreadable table would be blamed on every table that refers to it: links come last. */
  if (complaints.length === 0) {
    for (const resource of data.resources) {
      complaints = complaints.concat(await read(resource, true));
    }
  }
  return complaints;
}

/* ---- Breaking a copy. A spoiler takes the rows of a table, header first, and changes them. ---- */

function column(rows, name) {
  const at = rows[0].indexOf(name);
  if (at < 0) throw new Error(`there is no column ${name} to break`);
  return at;
}

/* Overwrites a cell of the last row. */
const set = (name, value) => (rows) => { rows[rows.length - 1][column(rows, name)] = value; };

/* The term stays, and stays known, but not in this scheme. */
const changeScheme = (rows) => {
  const at = column(rows, 'scheme');
  const row = rows[rows.length - 1];
  row[at] = row[at] === 'fund' ? 'area' : 'fund';
};

const repeatRow = (rows) => { rows.push([...rows[rows.length - 1]]); };

const dropColumn = (name) => (rows) => {
  const at = column(rows, name);
  for (const row of rows) row.splice(at, 1);
};

const addColumn = (name) => (rows) => {
  rows.forEach((row, i) => row.push(i === 0 ? name : 'x'));
};

const shortenRow = (rows) => { rows[rows.length - 1].pop(); };

const quoted = (cell) => `"${cell.replace(/"/g, '""')}"`;
const asNeeded = (cell) => (/[",\r\n]/.test(cell) ? quoted(cell) : cell);

function text(rows, { cell = quoted, separator = ',', end = '\r\n' } = {}) {
  return rows.map((row) => row.map(cell).join(separator) + end).join('');
}

const spoiled = (spoil) => (rows) => {
  spoil(rows);
  return text(rows);
};

/* Each break: what is wrong, the table, the new content of its file, and the words of the complaint
 * that only this break draws. */
const breaks = [
  ['a value outside the list', 'marks', spoiled(set('mark', 'perhaps')), /"enum" constraint/],
  ['a number that is none', 'items', spoiled(set('position', 'first')), /not type "integer"/],
  ['a label too long for its panel', 'criteria', spoiled(set('label', 'seventeen columns')),
    /"maxLength" constraint/],
  ['an id with a capital letter', 'terms', spoiled(set('term', 'Amif')), /"pattern" constraint/],
  ['a row without a title', 'practices', spoiled(set('title', '')), /"required" constraint/],
  ['a practice of no collection', 'practices', spoiled(set('collection_id', '')),
    /"required" constraint/],
  ['a translation of unknown quality', 'translations', spoiled(set('status', '')),
    /"required" constraint/],
  ['a position before the first', 'items', spoiled(set('position', '0')), /"minimum" constraint/],
  ['a key used twice', 'practices', spoiled(repeatRow), /unique constraint/],
  ['a key of several columns used twice', 'marks', spoiled(repeatRow), /unique constraint/],
  ['a link to a practice that is not there', 'answers', spoiled(set('practice_id', 'xx-nowhere')),
    /Foreign key "practice_id" violation/],
  ['a link to a question that is not there', 'tools', spoiled(set('question_id', 'nowhere.1')),
    /Foreign key "question_id" violation/],
  ['a term that is known in another scheme only', 'practice_terms', spoiled(changeScheme),
    /Foreign key "scheme,term" violation/],
  ['a bad web address', 'tools', spoiled(set('url', 'see our site')), /format "uri"/],
  ['an address that is not of the web', 'practices', spoiled(set('website', 'ftp://example.org/')),
    /"pattern" constraint .* "website"/],
  ['a bad date', 'practices', spoiled(set('start', '2017-13')), /"pattern" constraint .* "start"/],
  ['a country in words', 'practices', spoiled(set('country', 'Poland')),
    /"pattern" constraint .* "country"/],
  ['a file outside the folder', 'tools', spoiled(set('file', '../secret.pdf')),
    /"pattern" constraint .* "file"/],
  ['a missing column', 'questions', spoiled(dropColumn('label')), /'label' is missing/],
  ['an extra column', 'criteria', spoiled(addColumn('colour')), /does not match the \d+ fields/],
  ['a short row', 'translations', spoiled(shortenRow), /does not match the \d+ fields/],
  ['a stray quote', 'answers', (rows) => `${text(rows)}"a "stray" quote","","",""\r\n`,
    /parsing error/],
  ['semicolons for commas', 'collections', (rows) => text(rows, { separator: ';' }),
    /parsing error/],
  ['semicolons for commas, unquoted', 'practice_terms',
    (rows) => text(rows, { cell: asNeeded, separator: ';' }), /header name .* is missing/],
  ['an old encoding', 'practices', (rows) => Buffer.from(text(rows), 'latin1'), /not utf-8/],
  ['no file', 'checklists', () => null, /no such file/],
];

const tableFile = (folder, table) => path.join(folder, `${table}.csv`);

function rowsOf(folder, table) {
  return parse(fs.readFileSync(tableFile(folder, table)), { bom: true });
}

/* Copies the tables and their description, not what else may stand in the folder. */
function copy(from, to) {
  fs.mkdirSync(to);
  for (const name of fs.readdirSync(from)) {
    if (name === 'datapackage.json' || name.endsWith('.csv')) {
      fs.writeFileSync(path.join(to, name), fs.readFileSync(path.join(from, name)));
    }
  }
}

/* ---- The checks. ---- */

let passed = 0;
let failed = 0;

function report(good, what, details) {
  const number = passed + failed + 1;
  if (good) passed += 1;
  else failed += 1;
  console.log(`${good ? 'ok' : 'not ok'} ${number} - ${what}`);
  if (!good) for (const detail of details) console.log(`    ${detail}`);
}

async function proveBreak(folder, scratch, [what, table, content, words]) {
  const name = `${table}.csv, ${what}: found`;
  const file = tableFile(scratch, table);
  copy(folder, scratch);
  const broken = content(rowsOf(folder, table));
  if (broken === null) fs.unlinkSync(file);
  else fs.writeFileSync(file, broken);

  const complaints = await judge(scratch);
  const named = complaints.filter((line) => line.startsWith(`${table}.csv`));
  const strangers = complaints.length - named.length;
  if (complaints.length === 0) {
    report(false, name, ['no check found it: the broken copy passed as clean']);
  } else if (!named.some((line) => words.test(line))) {
    report(false, name, [`no complaint about ${table}.csv says ${words}; said was:`, ...complaints]);
  } else {
    report(strangers === 0, name, ['other files were blamed as well:', ...complaints]);
  }
}

async function prove(folder) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'vademecum-datapackage-'));
  try {
    const complaints = await judge(folder);
    report(complaints.length === 0, 'the catalogue is clean', complaints);
    if (complaints.length > 0) {
      console.log('    (the copies to break are not made from a catalogue with defects)');
      return;
    }

    const tables = fs.readdirSync(folder).filter((name) => name.endsWith('.csv'))
      .map((name) => name.slice(0, -'.csv'.length));
    const saved = path.join(home, 'saved');
    copy(folder, saved);
    for (const table of tables) {
      const rows = rowsOf(folder, table);
      fs.writeFileSync(tableFile(saved, table), text(rows, { cell: asNeeded, end: '\n' }));
    }
    const plain = await judge(saved);
    report(plain.length === 0, 'as a spreadsheet saves it, it is clean too', plain);

    for (const [i, one] of breaks.entries()) {
      await proveBreak(folder, path.join(home, String(i)), one);
    }
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
}

async function main(args) {
  if (args.length === 1 && !args[0].startsWith('-')) {
    const complaints = await judge(args[0]);
    for (const line of complaints) console.log(line);
    return complaints.length === 0 ? 0 : 1;
  }
  if (args.length === 2 && args[0] === '--prove') {
    await prove(args[1]);
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  }
  console.error('usage: node validate.js [--prove] FOLDER');
  return 2;
}

main(process.argv.slice(2)).then((status) => { process.exitCode = status; }, (error) => {
  console.error(error);
  process.exitCode = 2;
});
