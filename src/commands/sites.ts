import {Args, Flags} from '@oclif/core';
import {userError} from '../base/errors.js';
import {parseShare} from '../base/units.js';
import {BaseCommand} from '../cli/base-command.js';
import {formatFlag, scenarioFlags, seedFlag, volumeFlag, workersFlag} from '../cli/flags.js';
import {startProgress} from '../cli/progress.js';
import {listenForInterruption} from '../cli/signals.js';

export default class Sites extends BaseCommand {
  static override summary = 'Compare mixes of sites: what service costs, and which mix holds when demand is high.';
  static override description =
    'Parts the work of a scenario otherwise among its sites (all onshore, 70/30, 50/50, follow the sun …), finds the fewest ' +
    'agents with which each mix meets the objectives at the 90th percentile of demand, and says what that costs. Time zones, ' +
    'opening hours and holidays of sites hold. The scenario needs prices. Ctrl-C reports the mixes finished so far.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> scenarios/retail-sites.yaml',
    '<%= config.bin %> <%= command.id %> scenarios/retail-sites.yaml --demand-cv 15% --charts reports/sites',
    '<%= config.bin %> <%= command.id %> scenarios/retail-sites.yaml --mix paris=60%,tunis=40% --cannot-take tunis:orders=15%',
  ];
  static override args = {
    scenario: Args.string({description: 'scenario file, YAML or JSON', required: true}),
  };
  static override flags = {
    mix: Flags.string({
      description: 'a mix to compare, in place of the usual ones; may be repeated',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'SITE=SHARE,…',
    }),
    'demand-cv': Flags.string({
      description: 'how uncertain demand is: coefficient of variation',
      default: '10%',
      helpValue: 'PERCENT',
    }),
    'cannot-take': Flags.string({
      description:
        "share of a contact type that a site cannot take, for want of a language (else the scenario's); may be repeated",
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'SITE:TYPE=SHARE',
    }),
    replications: Flags.integer({
      description: "independent repetitions of every simulation (else the scenario's, else 20)",
      min: 2,
      helpValue: 'N',
    }),
    seed: seedFlag('figures'),
    workers: workersFlag,
    explain: Flags.boolean({
      description:
        'say where the cost of the cheapest mix comes from: hours × rate, support staff, licences, every line of a contract',
    }),
    charts: Flags.string({description: 'folder for the chart as PNG', helpValue: 'DIR'}),
    ...scenarioFlags,
    volume: volumeFlag,
    format: formatFlag(),
  };

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Sites);
    const interruption = listenForInterruption();
    const {loadScenario} = await import('../scenario/load.js');
    const scenario = await loadScenario(args.scenario, {
      set: flags.set,
      volume: flags.volume,
      replications: flags.replications,
      seed: flags.seed,
      allowOutside: flags['allow-outside'],
    });
    const {checkSites, parseMix, restrictionsOf} = await import('../planning/sites/site-settings.js');
    const {makeCenter} = await import('../planning/sites/make-center.js');
    const {mixesOf} = await import('../planning/sites/mixes.js');
    const {compareSites} = await import('../planning/sites/compare-sites.js');
    const {assertWritableFolder, writeChartsTo} = await import('../report/write.js');
    checkSites(scenario, args.scenario);
    const demandCv = demandOf(flags['demand-cv']);
    const restrictions = restrictionsOf(flags['cannot-take'] ?? [], scenario);
    const given = flags.mix?.map(written => parseMix(written, scenario));
    if (flags.charts !== undefined) assertWritableFolder(flags.charts);
    const {center, zonesDiffer} = await makeCenter(scenario, restrictions);
    const mixes = given ?? mixesOf(scenario, zonesDiffer);
    const progress = await startProgress(scenario.name, 1, 'simulations');
    const started = performance.now();
    const comparison = await compareSites(center, mixes, {
      demandCv,
      withCosts: flags.explain,
      workers: flags.workers,
      signal: interruption.signal,
      onProgress: ({done, total}) =>
        progress.update(done, ((performance.now() - started) / 1000 / done) * (total - done), total),
    }).finally(() => progress.stop());
    if (flags.charts !== undefined && !comparison.interrupted) {
      const {sitesCharts} = await import('../report/charts/sites-charts.js');
      await writeChartsTo(flags.charts, sitesCharts(comparison));
    }
    const {sitesDocument} = await import('../report/documents/sites-document.js');
    const {render} = await import('../report/formats/render.js');
    this.print(render(sitesDocument(comparison), flags.format, this.terminal));
    const exitCode = interruption.exitCode();
    if (exitCode !== null) this.exit(exitCode);
    interruption.stop();
  }
}

/** @throws UserError PLN026 */
function demandOf(written: string): number {
  const cv = parseShare(written);
  if (cv === null || cv < 0 || cv > 1) throw userError('PLN026', '--demand-cv', 'a share from 0% to 100%', written);
  return cv;
}
