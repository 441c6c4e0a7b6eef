import type {RosterShift} from '../../planning/schedule/roster.js';

/**
 * Shifts of one agent as an iCalendar object (RFC 5545), an event a shift, in UTC, so that any calendar shows them at the
 * right hour. The same roster gives the same bytes: the stamp is the start of the first shift.
 *
 * @param scenario name of the scenario; part of the unique names of events
 */
export function icalendar(shifts: readonly RosterShift[], scenario: string): string {
  const stamp = utc(Math.min(...shifts.map(({fromInstant}) => fromInstant)));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plimsoll//plimsoll schedule//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(shifts[0]?.agent ?? scenario)}`,
    ...shifts.flatMap(({agent, group, shift, fromInstant, toInstant, breaks}) => [
      'BEGIN:VEVENT',
      `UID:${utc(fromInstant)}-${slug(agent)}-${slug(scenario)}@plimsoll.invalid`,
      `DTSTAMP:${stamp}`,
      `DTSTART:${utc(fromInstant)}`,
      `DTEND:${utc(toInstant)}`,
      `SUMMARY:${escaped(`${shift}, ${group}`)}`,
      ...(breaks.length === 0 ? [] : [`DESCRIPTION:${escaped(`Breaks: ${breaks.join(', ')}`)}`]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** `20261123T070000Z` of seconds since 1970. */
const utc = (instant: number): string =>
  `${new Date(instant * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks of a text. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n|\r/g, String.raw`\n`);

const LONGEST_OCTETS = 75;

/** RFC 5545, 3.1: lines of at most 75 octets; what is longer goes on after a line break and a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [''];
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_OCTETS) {
      parts.push(' ');
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n');
}
