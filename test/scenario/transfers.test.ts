import {describe, expect, it} from 'vitest';
import {messagesOf, read} from '../support/scenario-text.js';

const center = (cards: string, loans: string): string => `name: Two desks
contacts:
  cards: {arrivals: 10/h, handle: 4m, transfer: ${cards}}
  loans: {arrivals: 10/h, handle: 4m, transfer: ${loans}}
  claims: {arrivals: 10/h, handle: 4m}
agents:
  team: {count: 6, skills: [cards, loans, claims]}
`;

describe('transfers', () => {
  it('that send every contact on for ever are refused', async () => {
    expect(await messagesOf(center('{loans: 100%}', '{cards: 100%}'))).toEqual([
      'center.yaml:3:49 contacts.cards.transfer: expected transfers that come to an end, got "cards"',
      'center.yaml:4:49 contacts.loans.transfer: expected transfers that come to an end, got "loans"',
    ]);
  });

  it('in a circle are fine where some contacts end on the way', async () => {
    const sentOn = async (loans: string) =>
      (await read(center('{loans: 100%}', loans))).contactTypes.map(({transfers}) => transfers.length);
    expect(await sentOn('{cards: 60%, claims: 40%}')).toEqual([1, 2, 0]);
    expect(await sentOn('{cards: 99%}')).toEqual([1, 1, 0]);
  });
});
