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

  it('are cold, or warm with the time of the handover and how long the agent waits at most', async () => {
    const {contactTypes} = await read(
      center('{loans: 10%, claims: {probability: 20%, warm: 30s, wait: 2m}}', '{claims: {probability: 5%, warm: 45s}}'),
    );
    expect(contactTypes[0].transfers).toEqual([
      {to: 1, probability: 0.1, warm: null},
      {to: 2, probability: 0.2, warm: {handoverSeconds: 30, waitSeconds: 120}},
    ]);
    expect(contactTypes[1].transfers).toEqual([
      {to: 2, probability: 0.05, warm: {handoverSeconds: 45, waitSeconds: null}},
    ]);
  });

  it('are not warm where nobody is on the line, and an agent who does not hand over does not wait', async () => {
    const email = center('{loans: {probability: 10%, warm: 30s}}', '{cards: {probability: 1%, wait: 1m}}').replace(
      'loans: {arr',
      'loans: {channel: email, arr',
    );
    expect(await messagesOf(email)).toEqual([
      'center.yaml:3:82 contacts.cards.transfer.loans.warm: expected a warm transfer only where a customer is on the line, got "email"',
      'center.yaml:4:97 contacts.loans.transfer.cards.wait: expected wait only beside warm: the agent of a cold transfer does not wait',
    ]);
  });
});
