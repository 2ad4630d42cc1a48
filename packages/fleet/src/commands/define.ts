import type { FleetModule } from 'submit-guard/fleet';
import { defineBaseline } from './definitions/baseline.ts';
import { defineReport } from './definitions/report.ts';
import { defineScan } from './definitions/scan.ts';
import { defineStatus } from './definitions/status.ts';
import { defineWorker } from './definitions/worker.ts';

const help = `
A scan has a store, which keeps what is found and how far it is. Whatever ends it, --resume goes on.

Examples:
  submit-guard fleet scan mirrors/ --store fleet.sqlite          every repository in a folder
  submit-guard fleet scan repositories.txt --store fleet.sqlite  folders and addresses in a list
  submit-guard fleet scan mirrors/ --engine bullmq --redis redis://localhost:6379
  submit-guard fleet worker --redis redis://localhost:6379       as many as you like, anywhere
  submit-guard fleet status --store fleet.sqlite
  submit-guard fleet baseline --store fleet.sqlite --baseline accepted.json --reason "revoked in May"
  submit-guard fleet report --store fleet.sqlite --format sarif -o fleet.sarif

Exit status: 0 clean, 1 findings, 2 something could not be done or not be read.
`;

/** The commands below `submit-guard fleet`. */
export const define: FleetModule['define'] = (command, run) => {
  command.addHelpText('after', help);
  for (const subcommand of [defineScan, defineStatus, defineReport, defineBaseline, defineWorker]) subcommand(command, run);
};
