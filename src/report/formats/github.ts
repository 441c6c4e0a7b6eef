import type {GateOutcome} from '../../experiment/gate/outcome.js';
import {headlineOf} from '../documents/gate-document.js';
import {foundIn} from '../documents/gate-words.js';

/** More annotations than this GitHub does not show for one step. */
const MOST = 10;
/** Figures of one annotation; of more the loudest. */
const MOST_LINES = 5;

/**
 * A gate as annotations of GitHub Actions, which appear at the rule's line: an error for each rule that failed, a warning
 * for each that cannot be decided, a notice when all is well.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(outcome: GateOutcome): string {
  const lines = outcome.rules.flatMap(each => {
    const {rule, file, line, column, verdict} = each;
    if (verdict === 'pass') return [];
    const found = foundIn(each);
    const more = found.length > MOST_LINES ? [`… and ${found.length - MOST_LINES} more`] : [];
    const text = found.length === 0 ? rule : [...found.slice(0, MOST_LINES), ...more].join('\n');
    return [command(verdict === 'fail' ? 'error' : 'warning', {file, line, col: column, title: rule}, text)];
  });
  const shown = [...lines]
    .sort((a, b) => Number(b.startsWith('::error')) - Number(a.startsWith('::error')))
    .slice(0, MOST);
  if (shown.length === 0) shown.push(command('notice', {title: `Gate: ${outcome.candidate}`}, headlineOf(outcome)));
  return `${shown.join('\n')}\n`;
}

/** A page that stands in the log of a run: a name in it must not be a command to the runner. */
export const withoutCommands = (page: string): string => page.replace(/^(\s*)::/gm, '$1: :').replaceAll('##[', '## [');

function command(
  kind: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number | null>>,
  text: string,
): string {
  const told = Object.entries(properties)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${kind} ${told.join(',')}::${data(text)}`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
