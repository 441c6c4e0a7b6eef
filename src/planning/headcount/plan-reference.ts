import {sections} from '../../scenario/schema/reference.js';
import {planDocument} from './plan-schema.js';

const INTRODUCTION = `# Plan files

What \`plimsoll plan\` reads: one file in YAML 1.2 or JSON. Durations, shares, factors and days are written as in
[scenario files](scenario.md#how-amounts-are-written); months are \`2027-03\`, amounts carry their currency (\`€2400/month\`,
\`16 EUR/h\`). \`plimsoll schema plan\` prints the JSON Schema for editors.
`;

/**
 * The reference page of plan files in Markdown, from the same declarations by which they are read.
 *
 * @example planReference().startsWith('# Plan files') // true
 */
export function planReference(): string {
  return [INTRODUCTION, ...sections(planDocument)].join('\n');
}
