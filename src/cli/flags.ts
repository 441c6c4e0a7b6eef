import {Flags} from '@oclif/core';
import type {Format} from '../report/formats/render.js';

/** The forms in which every command that reports something can say it. */
export const OUTPUT_FORMATS = ['terminal', 'json', 'csv', 'markdown'] as const satisfies readonly Format[];

/** `--format`, the same in every command that reports something. */
export const formatFlag = Flags.option({
  description: 'how the result is written',
  options: OUTPUT_FORMATS,
  default: 'terminal' as const,
});

/** `--format` of commands that answer a question and report no figures. */
export const answerFormatFlag = Flags.option({
  description: 'how the answer is written',
  options: ['terminal', 'json'] as const,
  default: 'terminal' as const,
});

/** How every command that reads scenarios lets them be changed. */
export const scenarioFlags = {
  set: Flags.string({
    description: 'change one thing of the scenario; may be repeated',
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'PATH=VALUE',
  }),
  'allow-outside': Flags.boolean({description: 'permit included files outside the folder of the scenario'}),
};

/** Of commands that look at traffic: a factor on all of it. */
export const volumeFlag = Flags.string({
  description: 'factor on all generated traffic, such as 110%',
  helpValue: 'PERCENT',
});

/** Of commands that simulate: what fixes all chance. */
export const seedFlag = (fixes: string) =>
  Flags.string({description: `same seed, same ${fixes} (else the scenario's, else 1)`, helpValue: 'S'});

/** Of commands that simulate: how many threads share the work. */
export const workersFlag = Flags.integer({
  description: 'threads that share the replications (else one a core)',
  min: 1,
  max: 1024,
  helpValue: 'N',
});
