import type {Family, OracleCase} from '../test/oracles/case.js';
import type {Comparison} from '../test/oracles/compare.js';

/** What was simulated of each case of a family, in its order. */
export interface Outcome {
  readonly family: Family;
  readonly comparisons: readonly (readonly Comparison[])[];
}

/** Figures by which a director knows a center; the first that a case has stands in the short table. */
const HEADLINES = [
  'mean wait (ASA), s',
  'mean wait, s', 'mean wait of all, s', 'type 1: mean wait, s', 'ASA, s', 'service level, short abandons left out',
  'abandonment over the day', 'answered at once, interval 1', 'occupancy, interval 1',
];

/** The page that sets the simulation beside exact and published figures. */
export function howRightPage(outcomes: readonly Outcome[]): string {
  const all = outcomes.flatMap(({comparisons}) => comparisons.flat());
  return [
    '# How right is it?',
    '<!-- Written by docs/how-right.ts (npm run how-right); do not edit. -->',
    INTRODUCTION,
    `${all.length} figures of ${outcomes.reduce((sum, {comparisons}) => sum + comparisons.length, 0)} centers were compared. ${summaryOf(all)}`,
    overview(outcomes),
    REPRODUCE,
    ...outcomes.flatMap(section),
    '',
  ].join('\n\n').trimEnd() + '\n';
}

const INTRODUCTION = `For some contact centers the answer is known without simulating: mathematics gives the mean wait, the share that
abandons or the occupancy exactly. For others there are figures that other people published, from programs of their own. Plimsoll
simulates these centers as it simulates yours, with the same code and the same statistics, and this page sets its figures
beside the known ones. Nothing was fitted; all run on seed 1, the default. (With streams named in another way, four figures of
three centers once lay beyond 4. They were run again on further seeds, 60 for two of the centers and 10 for the third: means near
0, standard deviations near 1. Then everything was drawn once more, under the names used now.)

A simulation has chance in it, so its figures are never exactly the known ones. **±** is half of the 95 % interval that the program
prints: the known value should lie inside it in 95 of 100 cases. **z** is the difference divided by the standard error of
the simulated figure (and of the known one, where that was simulated too), with the correction for skewness that the interval has: ordinary luck stays between −2 and 2, and
a program that is right leaves the range from −4 to 4 once in 5,500 figures (60 replications, Student's t with 59 degrees of freedom). The tests fail
when one does.

Times are in seconds; the tables count in mean handle times (AHT), here of three minutes. T is the threshold of the service level. Centers in a steady
state are looked at after a warm-up of eight relaxation times, in which an empty start is forgotten to e⁻⁸, in 60 replications. A figure is compared where it
rests on 200 contacts or more.`;

const REPRODUCE = `To see it for yourself:

\`\`\`sh no-run
npm test                       # the fast ones, with all other tests
npm run test:slow              # the large centers too
npm run how-right              # simulates them all again and writes this page
\`\`\`

The cases are plain data in \`test/oracles/\`, beside the tables; the tests and this page take them from there.`;

function summaryOf(all: readonly Comparison[]): string {
  const share = (limit: number): string =>
    `${((100 * all.filter(({z}) => Math.abs(z) < limit).length) / all.length).toFixed(1)} %`;
  const largest = Math.max(...all.map(({z}) => Math.abs(z)));
  const precision = all
    .filter(({exact, halfWidth}) => exact > 0 && halfWidth > 0)
    .map(({exact, halfWidth}) => halfWidth / exact)
    .sort((a, b) => a - b);
  const percent = (quantile: number): string => `${(100 * precision[Math.floor(quantile * precision.length)]).toFixed(1)} %`;
  return `Half of the simulated figures are sure to ± ${percent(0.5)} of their value, nine in ten to ± ${percent(0.9)}. Of all |z|, ${share(1)} are below 1 and ${share(2)} below 2 (chance alone: 68 % and 95 %); the largest is ${largest.toFixed(2)}. Figures of one center go together, so such shares vary.`;
}

function overview(outcomes: readonly Outcome[]): string {
  return table(
    ['What', 'Centers', 'Figures', 'Largest \\|z\\|'],
    outcomes.map(({family, comparisons}) => {
      const all = comparisons.flat();
      return [`[${family.title}](#${anchorOf(family.title)})`, `${comparisons.length}`, `${all.length}`, largest(all)];
    }),
  );
}

function section({family, comparisons}: Outcome): readonly string[] {
  return [
    `## ${family.title}`,
    `${family.about} Table: \`test/oracles/${family.source}\`.`,
    `Not compared: ${family.notCompared}`,
    table(
      ['Center', 'Figure', 'Known', 'Simulated', 'z', 'Figures', 'Largest \\|z\\|'],
      family.cases.map((one, index) => shortLine(one, comparisons[index])),
    ),
    `<details><summary>All figures</summary>`,
    table(['Center', 'Figure', 'Known', 'Simulated', 'z'], family.cases.flatMap((one, index) => comparisons[index].map(each => fullLine(one, each)))),
    `</details>`,
  ];
}

function shortLine({name}: OracleCase, comparisons: readonly Comparison[]): readonly string[] {
  const headline = HEADLINES.map(wanted => comparisons.find(({figure}) => figure === wanted)).find(found => found !== undefined) ?? comparisons[0];
  return [name, headline.figure, known(headline.exact), simulated(headline), headline.z.toFixed(2), `${comparisons.length}`, largest(comparisons)];
}

function fullLine({name}: OracleCase, one: Comparison): readonly string[] {
  return [name, one.figure, known(one.exact), simulated(one), one.z.toFixed(2)];
}

/** A known value as the page writes it. */
export function known(exact: number): string {
  return exact !== 0 && Math.abs(exact) < 1e-6 ? exact.toExponential(1) : `${Number(exact.toPrecision(6))}`;
}

function simulated({simulated: value, halfWidth}: Comparison): string {
  if (halfWidth === 0) return known(value);
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(halfWidth)));
  return `${value.toFixed(decimals)} ± ${halfWidth.toFixed(decimals)}`;
}

const largest = (comparisons: readonly Comparison[]): string => Math.max(...comparisons.map(({z}) => Math.abs(z))).toFixed(2);
const anchorOf = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '').replace(/\s/g, '-');

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n');
}
