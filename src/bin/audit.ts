import type { Command } from 'commander';
import { auditExport } from '#bin/commands/audit/export.ts';
import { auditVerify } from '#bin/commands/audit/verify.ts';

export function auditCommands(candor: Command): void {
  const audit = candor.command('audit').description('who did what, kept for seven years');
  auditVerify(audit);
  auditExport(audit);
}
