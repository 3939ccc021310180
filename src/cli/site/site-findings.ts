import type { CalendarDay } from '../../base/date.js';
import type { Workspace } from '../../model/workspace.js';
import type { SiteFinding } from '../../render/site/site-input.js';
import { lineAddress } from '../../report/place.js';
import { validate } from '../../validate/validate.js';

/** What the rules object to, as the site shows it. */
export function siteFindings(workspace: Workspace, asOf: CalendarDay): readonly SiteFinding[] {
  return validate(workspace, { asOf }).diagnostics.map(({ code, severity, message, hint, subject, span, tellsOf, proof }) => ({
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(subject === undefined ? {} : { subject }),
    ...(span === undefined ? {} : { place: lineAddress(span) }),
    ...(tellsOf === undefined ? {} : { tellsOf }),
    ...(proof === undefined ? {} : { proof }),
  }));
}
