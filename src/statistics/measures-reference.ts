import {MEASURE_NAMES} from '../scenario/schema/measures.js';
import {MEASURES} from './measures.js';

const INTRODUCTION = `# Measures

Every figure that results carry, as \`src/statistics/measures.ts\` defines it. One row of the results is one measure of one
scope (\`total\`, \`channel\`, \`contactType\`, \`queue\`, \`group\` or \`site\`) over the whole horizon (interval \`null\`), in one
interval, or \`after close\`.

T is the threshold of the contact type's objective (20 s where it has none); within T means a wait of at most T. S: answered
within T. L: abandoned within T. N: answered. B: abandoned. A: offered, without requests for a callback and messages and
without those still waiting no longer than T when the run ends; balked, dismissed and longer-waiting contacts stay in A. None of
them, and no wait, knows of callbacks: their customers are not on the line before an agent dials. In totals, channels and queues each
contact is judged by its own T.

A contact's outcome and wait belong to the interval in which it was offered; time figures to the interval in which the time
passes. Counts are means a replication. Ratios are ratios of sums over replications, never means of daily ratios. A figure
that nobody saw (no contact offered) is absent, never 0.

Intervals are 95 %: Willink's skewness-corrected interval for means, the same on the linearised residuals for ratios, Wilson's
for shares of days, and for percentiles Student's t with 19 degrees of freedom over 20 sections of the replications (from 40
replications on, over the whole horizon, in total and by contact type). They are cut to the range of the figure. With one
replication there is none. Percentiles come from histograms whose bins are at most 0.8 % from any wait in them (3.2 % in interval rows);
waits of zero are exact.
`;

/**
 * The reference page of the measures, in Markdown.
 *
 * @returns the text of docs/reference/measures.md, ending with a line feed
 */
export function measuresReference(): string {
  const rows = MEASURE_NAMES.map(name => {
    const {label, unit, better, formula, scopes} = MEASURES[name];
    return `| \`${name}\` | ${label} | ${unit} | ${formula} | ${better} | ${scopes.join(', ')} |`;
  });
  const head = ['| measure | in words | unit | formula | better | scopes |', '| --- | --- | --- | --- | --- | --- |'];
  return `${INTRODUCTION}\n${[...head, ...rows].join('\n')}\n`;
}
