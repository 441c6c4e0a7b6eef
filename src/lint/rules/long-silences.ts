import {formatDuration} from '../../base/units.js';
import {meanOf} from '../../scenario/schema/distribution.js';
import type {Finding} from '../finding.js';
import type {Outlook} from '../outlook.js';

/** LNT015: customers who fall silent for longer than the horizon lasts. */
export function longSilences({scenario, end}: Outlook): readonly Finding[] {
  return scenario.contactTypes.flatMap(({name, goesQuiet}): Finding[] => {
    const silence = goesQuiet === null ? 0 : meanOf(goesQuiet.for);
    if (silence < end) return [];
    return [
      {
        code: 'LNT015',
        path: ['contacts', name, 'goes-quiet', 'for'],
        says: `customers of ${name} fall silent for ${formatDuration(silence)} on average, and only ${formatDuration(end)} are simulated: most of them are not seen again`,
        mend: 'simulate more days, or shorten the silences',
      },
    ];
  });
}
