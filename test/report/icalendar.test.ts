import {describe, expect, it} from 'vitest';
import type {RosterShift} from '../../src/planning/schedule/roster.js';
import {icalendar} from '../../src/report/formats/icalendar.js';

const shift: RosterShift = {
  agent: 'Paris, été-01',
  group: 'Paris; téléphone et courriels des clients de la banque de détail',
  shift: 'full-day',
  from: '2026-11-23T08:00:00',
  to: '2026-11-23T16:30:00',
  breaks: ['12:00-12:30', '15:00-15:15'],
  fromInstant: Date.UTC(2026, 10, 23, 7) / 1000,
  toInstant: Date.UTC(2026, 10, 23, 15, 30) / 1000,
  paidSeconds: 8 * 3600,
};

describe('a calendar of shifts', () => {
  const text = icalendar(
    [shift, {...shift, fromInstant: shift.fromInstant + 86_400, toInstant: shift.toInstant + 86_400}],
    'Bank',
  );
  const unfolded = text.replaceAll('\r\n ', '');

  it('has an event a shift, in UTC, with the fields that RFC 5545 asks for', () => {
    expect(unfolded.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(unfolded).toContain('\r\nDTSTART:20261123T070000Z\r\nDTEND:20261123T153000Z\r\n');
    expect(unfolded).toContain('\r\nDTSTAMP:20261123T070000Z\r\n');
    expect(unfolded.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const names = [...unfolded.matchAll(/^UID:(.*)$/gm)].map(([, name]) => name);
    expect(new Set(names).size).toBe(2);
  });

  it('escapes commas and semicolons', () => {
    expect(unfolded).toContain(String.raw`SUMMARY:full-day\, Paris\; téléphone`);
    expect(unfolded).toContain(String.raw`DESCRIPTION:Breaks: 12:00-12:30\, 15:00-15:15`);
  });

  it('breaks lines after at most 75 octets, between characters', () => {
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    expect(text).not.toContain('\uFFFD');
  });
});
