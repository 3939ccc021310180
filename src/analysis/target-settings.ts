// Written by `npm run docs` from src/generate/targets. Do not edit.
import type { HasSettings } from './settings.js';

/** What the settings of each target of `waymark generate` may be. */
export const targetSettings: { readonly [target: string]: HasSettings['options'] } = {
  "typescript": {"imports":{"default":"js","words":["js","ts","bare"]}},
  "json-schema": {"base":{"default":"urn:waymark:event:","pattern":{"expression":"[A-Za-z][A-Za-z0-9+.\\-]*:(?:[A-Za-z0-9._~:/?@!$&'()*+,;=\\-]|%[0-9A-Fa-f]{2})+","words":"the beginning of a URI, such as `https://example.org/events/` or `urn:example:`"}},"closed":{"default":true}},
  "openslo": {"burnRate":{"default":2,"least":1,"most":1000},"lookback":{"default":"1d","words":["1h","6h","1d","3d","1w"]},"alertAfter":{"default":"1h","words":["5m","15m","1h","6h","1d"]},"policies":{"default":"names","words":["names","references"]},"promiseCases":{"default":"waymark_promise_cases_total","pattern":{"expression":"\\S{1,200}","words":"a name without spaces"}},"systemChecks":{"default":"waymark_system_checks_total","pattern":{"expression":"\\S{1,200}","words":"a name without spaces"}},"workspace":{"default":"","pattern":{"expression":"[^\\p{Cc}]{1,200}","words":"a text of at most 200 signs in one line"}}},
  "prometheus": {"promiseCases":{"default":"waymark_promise_cases_total","pattern":{"expression":"\\S{1,200}","words":"a name without spaces"}},"promiseOpen":{"default":"waymark_promise_open_seconds","pattern":{"expression":"\\S{1,200}","words":"a name without spaces"}},"escalationOpen":{"default":"waymark_escalation_open_seconds","pattern":{"expression":"\\S{1,200}","words":"a name without spaces"}},"kpiValue":{"default":"waymark_kpi_value","pattern":{"expression":"\\S{1,200}","words":"a name without spaces"}},"kpiCases":{"default":"waymark_kpi_cases","pattern":{"expression":"\\S{1,200}","words":"a name without spaces"}},"systemChecks":{"default":"waymark_system_checks_total","pattern":{"expression":"\\S{1,200}","words":"a name without spaces"}},"workspace":{"default":"","pattern":{"expression":"[^\\p{Cc}]{1,200}","words":"a text of at most 200 signs in one line"}}},
  "alertmanager": {"smarthost":{"default":"localhost:25","pattern":{"expression":"(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+\\]):[0-9]{1,5}","words":"the name of a server with its port, such as `mail.example.org:587`"}},"from":{"default":"alertmanager@localhost","pattern":{"expression":"[^\\s@<>,;:\"'{}()\\[\\]\\\\?%&#]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?","words":"one mailbox, such as `desk@example.org`"}},"tls":{"default":true},"webhook":{"default":"","pattern":{"expression":"https?://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+\\])(?::[0-9]{1,5})?(?:[/?#](?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?","words":"an address that begins with `https://` or `http://`"}},"fallback":{"default":"","pattern":{"expression":"[^\\s@<>,;:\"'{}()\\[\\]\\\\?%&#]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?","words":"one mailbox, such as `desk@example.org`"}},"repeat":{"default":"4h","pattern":{"expression":"(?=.*[1-9])(?:[0-9]{1,3}w)?(?:[0-9]{1,3}d)?(?:[0-9]{1,4}h)?(?:[0-9]{1,5}m)?(?:[0-9]{1,6}s)?","words":"a length of time, such as `30m`, `4h` or `1d12h`"}},"workspace":{"default":"","pattern":{"expression":"[^\\p{Cc}]{1,200}","words":"a text of at most 200 signs in one line"}}},
  "grafana": {"kpiValue":{"default":"waymark_kpi_value","pattern":{"expression":"\\S{1,200}","words":"a name without spaces"}},"workspace":{"default":"","pattern":{"expression":"[^\\p{Cc}]{1,200}","words":"a text of at most 200 signs in one line"}}},
  "data-governance": {"separator":{"default":"comma","words":["comma","semicolon"]}},
  "codeowners": {"forge":{"default":"github","words":["github","gitlab"]},"names":{"default":"teams","words":["teams","people"]},"path":{"default":""},"others":{"default":false}},
  "operations": {"separator":{"default":"comma","words":["comma","semicolon"]}},
  "status-words": {"separator":{"default":"comma","words":["comma","semicolon"]}},
  "decision-tables": {"separator":{"default":"comma","words":["comma","semicolon"]}},
  "zendesk": {"tag":{"default":"waymark-"}},
  "servicenow": {"table":{"default":"incident"},"eventField":{"default":"u_waymark_event"},"promisesField":{"default":"u_waymark_promises"}},
  "backstage": {"groups":{"default":true}},
  "asyncapi": {"closed":{"default":true}},
  "review-calendar": {},
};
