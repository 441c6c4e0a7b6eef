import {DISTRIBUTION_FORMS} from './distribution.js';
import {document} from './document.js';
import type {Field, RecordDeclaration} from './field.js';

const INTRODUCTION = `# Scenario files

A scenario is one file in YAML 1.2 or JSON. What has an obvious default may be left out; the smallest one:

\`\`\`yaml
contacts:
  help:
    arrivals: 60/h
    handle: 4m
    patience: 3m
    objective: 80% in 20s
agents:
  team: {count: 6, skills: [help]}
\`\`\`

Editors complete and check a scenario that begins with
\`# yaml-language-server: $schema=…/scenario.schema.json\`; \`plimsoll schema\` prints that file.
\`plimsoll validate FILE\` checks a scenario and says what it understood. A name may have letters, digits, spaces and
\`- _ . & / +\`.

## How amounts are written

| what | examples | notes |
| --- | --- | --- |
| duration | \`90s\` \`4m30s\` \`1h30\` \`1.5h\` \`45min\` \`3 minutes\` \`1d\` | always with a unit; \`m\` is minutes |
| share, factor | \`12%\` \`0.12\` \`110%\` | |
| rate | \`60/h\` \`500/day\` \`2/min\` \`0.35/s\` | \`500/day\` is spread over the open hours; the others hold in open hours |
| clock time | \`08:00\` \`20:15:30\` \`24:00\` | local time |
| span | \`08:00-20:00\` \`22:00-06:00\` | may run past midnight |
| days | \`mon\` \`mon-fri\` \`sat, sun\` \`daily\` | |
| date | \`2026-11-23\` | |
| objective | \`80% in 20s\` \`80% in 20s, over offered\` | after the comma: excluding abandons (the default), over offered, over answered, abandons met |
`;

/**
 * The reference page of scenario files in Markdown, from the same declarations by which they are read.
 *
 * @example scenarioReference().startsWith('# Scenario files') // true
 */
export function scenarioReference(): string {
  return [INTRODUCTION, distributions(), includes(), ...sections(document)].join('\n');
}

function distributions(): string {
  const rows = Object.values(DISTRIBUTION_FORMS).map(({form, says}) => `| \`${form}\` | ${says} |`);
  return `## Distributions

Handle time, patience and the delay of a redial are distributions. **A bare duration is the mean of an exponential
distribution**, since that is what the Erlang formulas assume: \`handle: 4m\` is \`exponential(4m)\`. Write
\`constant(4m)\` for exactly four minutes each time.

| form | meaning |
| --- | --- |
${rows.join('\n')}

Talk, wrap-up and patience may change over the day: \`{"00:00": exponential(4m), "18:00": lognormal(5m, cv 0.9)}\`. Each
holds from its time on, for contacts that arrive then.
`;
}

function includes(): string {
  return `## Included CSV files

Paths start in the folder of the scenario. A path that leaves it is refused unless the command says \`--allow-outside\`.
The first line names the columns; \`,\` \`;\` and tab are recognised as separators, and with the latter two a decimal
comma. Times are \`08:00\` (one typical day, every day alike) or \`2026-11-23 08:00\` (that day), in order, on the grid of
\`clock.interval\`; each row holds until the next one is due. Volumes are contacts in the row's time, agents are agents on
duty during it. Times that are not in the file have none.
`;
}

/** Each mapping once, in the order in which it is met. */
export function sections(field: Field<unknown>): readonly string[] {
  const seen = new Set<string>();
  const pages: string[] = [];
  const visit = (records: readonly RecordDeclaration[]): void => {
    for (const declaration of records) {
      if (seen.has(declaration.title)) continue;
      seen.add(declaration.title);
      pages.push(section(declaration));
      for (const {field: inner} of Object.values(declaration.keys)) visit(inner.records);
    }
  };
  visit(field.records);
  return pages;
}

function section({title, doc, keys, later}: RecordDeclaration): string {
  const rows = Object.entries(keys).map(([name, key]) => {
    const without = key.required ? '**required**' : key.fallbackText === null ? '' : `\`${key.fallbackText}\``;
    return `| \`${name}\` | ${cell(key.field.expects)} | ${without} | ${cell(key.doc)} |`;
  });
  const names = Object.keys(later);
  const refused =
    names.length === 0
      ? ''
      : `\nRefused until a later version can simulate it: ${names.map(name => `\`${name}\``).join(', ')}.\n`;
  return `## \`${title}\`

${doc}

| key | value | when left out | meaning |
| --- | --- | --- | --- |
${rows.join('\n')}
${refused}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
