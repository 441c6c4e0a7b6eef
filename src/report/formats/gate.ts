import type {GateOutcome} from '../../experiment/gate/outcome.js';
import {gateDocument} from '../documents/gate-document.js';
import {renderGateCsv} from './gate-csv.js';
import {renderGithub, withoutCommands} from './github.js';
import {renderJunit} from './junit.js';
import {render} from './render.js';
import type {Page} from './terminal.js';

export type GateFormat = 'terminal' | 'json' | 'csv' | 'markdown' | 'junit' | 'github';

/** The outcome of a gate as text; `github` is the page of the terminal with annotations behind it. */
export function renderGate(outcome: GateOutcome, format: GateFormat, page: Page): string {
  if (format === 'junit') return renderJunit(outcome);
  if (format === 'csv') return renderGateCsv(outcome);
  if (format === 'github')
    return `${withoutCommands(render(gateDocument(outcome), 'terminal', page))}\n${renderGithub(outcome)}`;
  return render(gateDocument(outcome), format, page);
}
