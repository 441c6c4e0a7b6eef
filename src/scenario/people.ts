import {SECONDS_PER_DAY} from '../base/units.js';
import type {Horizon} from './horizon.js';
import type {Problems} from './problems.js';
import type {People, Staffing} from './scenario.js';
import type {WrittenGroup} from './schema/agents.js';
import {seatsOf} from './seats.js';

/**
 * What a group says of its people.
 *
 * @returns null when it says nothing that could ever happen
 */
export function buildPeople(
  written: WrittenGroup,
  staffing: Staffing,
  {firstDay}: Horizon,
  problems: Problems,
): People | null {
  const {absence, adherence, speed, learning, 'no-answer': noAnswer} = written;
  if (learning !== undefined && learning.new.value > seatsOf(staffing))
    problems.add('SCN014', learning.new.at, `at most ${seatsOf(staffing)}, all agents of the group`);
  if (learning?.hired !== undefined && learning.hired.value > firstDay)
    problems.add('SCN014', learning.hired.at, 'a day not after the first of the horizon');
  const people: People = {
    stream: written.stream ?? null,
    absence: absence?.share ?? 0,
    paidAbsence: absence !== undefined && absence.share > 0 && absence.paid,
    adherence: adherence === undefined || adherence.share === 1 ? null : adherence,
    speedCv: speed?.cv ?? 0,
    learning:
      learning === undefined || learning.new.value === 0 || learning.starts === 1
        ? null
        : {
            agents: learning.new.value,
            starts: learning.starts,
            halfLifeDays: learning['half-life'] / SECONDS_PER_DAY,
            daysSinceHired: firstDay - (learning.hired?.value ?? firstDay),
          },
    noAnswer:
      noAnswer === undefined || noAnswer.probability === 0
        ? null
        : {
            probability: noAnswer.probability,
            ringSeconds: noAnswer.ring,
            setAsideSeconds: noAnswer['set-aside'],
          },
  };
  const happens = people.absence > 0 || people.speedCv > 0 || people.adherence !== null;
  return happens || people.learning !== null || people.noAnswer !== null ? people : null;
}
