import type {Results} from '../../statistics/results.js';
import {percent, roundPercent, threshold, withPlusMinus} from '../numbers.js';
import type {Callout} from './document.js';
import {figure, plusMinusOf, type Figures} from './figures.js';
import {precisionCallouts} from './precision-callouts.js';
import {judge} from './verdict.js';

/** Objectives missed or too close to call, then precisions asked for, an interruption, then warnings: what must not be overlooked. */
export function calloutsOf(results: Results, figures: Figures): Callout[] {
  return [
    ...objectiveCallouts(results, figures),
    ...precisionCallouts(results),
    ...interruption(results),
    ...warnings(results),
  ];
}

function objectiveCallouts({scenario}: Results, figures: Figures): Callout[] {
  return scenario.objectives.flatMap(({contactType, share, thresholdSeconds}) => {
    const whose = {scope: 'contactType', name: contactType} as const;
    const level = figure(figures, 'serviceLevel', whose);
    if (level === null) return [];
    const {tone, mark, says} = judge(level, share);
    if (tone === 'good') return [];
    const days = figure(figures, 'objectiveMet', whose);
    const onDays = days === null ? '' : `; met on ${percent(days.value, 0)} of days`;
    const found = withPlusMinus(level.value, plusMinusOf(level), 'share', 'spaced');
    return [
      {
        tone,
        mark,
        text: `${contactType} ${says} its objective: ${found} within ${threshold(thresholdSeconds)}, wanted ${roundPercent(share)}${onDays}`,
      },
    ];
  });
}

function interruption({interrupted, replications: {finished, asked}}: Results): Callout[] {
  return interrupted
    ? [
        {
          tone: 'neutral',
          mark: '!',
          text: `interrupted: ${finished} of ${asked} replications finished; the figures are of those alone`,
        },
      ]
    : [];
}

function warnings(results: Results): Callout[] {
  return results.warnings.map(text => ({tone: 'neutral', mark: '!', text: `warning: ${text}`}));
}
