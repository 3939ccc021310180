// Written by `npm run docs` from src/generate/targets. Do not edit.
import type { HasSettings } from './settings.js';

/** The settings of each target of `waymark generate`. */
export const targetSettings: { readonly [target: string]: HasSettings['options'] } = {
  "typescript": {
    "imports": {
      "description": "How the modules name each other: `js` for Node and for bundlers, `ts` where TypeScript is run as it is, `bare` for older bundlers.",
      "default": "js",
      "words": [
        "js",
        "ts",
        "bare"
      ]
    }
  },
  "json-schema": {
    "base": {
      "description": "What the `$id` of each schema begins with; the namespace of the workspace and the name of the event follow.",
      "default": "urn:waymark:event:",
      "pattern": {
        "expression": "[A-Za-z][A-Za-z0-9+.\\-]*:(?:[A-Za-z0-9._~:/?@!$&'()*+,;=\\-]|%[0-9A-Fa-f]{2})+",
        "words": "the beginning of a URI, such as `https://example.org/events/` or `urn:example:`"
      }
    },
    "closed": {
      "description": "Whether a payload with further attributes is refused.",
      "default": true
    }
  },
  "openslo": {
    "burnRate": {
      "description": "How many times faster than it may the error budget has to be used up until somebody is told.",
      "default": 2,
      "least": 1,
      "most": 1000
    },
    "lookback": {
      "description": "Over what time that is looked at.",
      "default": "1d",
      "words": [
        "1h",
        "6h",
        "1d",
        "3d",
        "1w"
      ]
    },
    "alertAfter": {
      "description": "How long it has to be so.",
      "default": "1h",
      "words": [
        "5m",
        "15m",
        "1h",
        "6h",
        "1d"
      ]
    },
    "policies": {
      "description": "How an SLO names its alert policies: by their `names`, which the schemas of OpenSLO ask for, or as `references` (`alertPolicyRef`), which the text of its specification asks for.",
      "default": "names",
      "words": [
        "names",
        "references"
      ]
    },
    "promiseCases": {
      "description": "The counter of cases that were kept and missed.",
      "default": "waymark_promise_cases_total",
      "pattern": {
        "expression": "\\S{1,200}",
        "words": "a name without spaces"
      }
    },
    "systemChecks": {
      "description": "The counter of checks of systems that went well and badly.",
      "default": "waymark_system_checks_total",
      "pattern": {
        "expression": "\\S{1,200}",
        "words": "a name without spaces"
      }
    },
    "workspace": {
      "description": "The text of a label `workspace` that all series and alerts have, where several workspaces share a Prometheus and may use the same names; empty for none.",
      "default": "",
      "pattern": {
        "expression": "[^\\p{Cc}]{1,200}",
        "words": "a text of at most 200 signs in one line"
      }
    }
  },
  "prometheus": {
    "promiseCases": {
      "description": "The counter of cases that were kept and missed.",
      "default": "waymark_promise_cases_total",
      "pattern": {
        "expression": "\\S{1,200}",
        "words": "a name without spaces"
      }
    },
    "promiseOpen": {
      "description": "The gauge with the age of the oldest open case.",
      "default": "waymark_promise_open_seconds",
      "pattern": {
        "expression": "\\S{1,200}",
        "words": "a name without spaces"
      }
    },
    "escalationOpen": {
      "description": "The gauge with the time since the event of an escalation.",
      "default": "waymark_escalation_open_seconds",
      "pattern": {
        "expression": "\\S{1,200}",
        "words": "a name without spaces"
      }
    },
    "kpiValue": {
      "description": "The gauge with the value of a KPI.",
      "default": "waymark_kpi_value",
      "pattern": {
        "expression": "\\S{1,200}",
        "words": "a name without spaces"
      }
    },
    "kpiCases": {
      "description": "The gauge with the number of cases behind that value.",
      "default": "waymark_kpi_cases",
      "pattern": {
        "expression": "\\S{1,200}",
        "words": "a name without spaces"
      }
    },
    "systemChecks": {
      "description": "The counter of checks of systems that went well and badly.",
      "default": "waymark_system_checks_total",
      "pattern": {
        "expression": "\\S{1,200}",
        "words": "a name without spaces"
      }
    },
    "workspace": {
      "description": "The text of a label `workspace` that all series and alerts have, where several workspaces share a Prometheus and may use the same names; empty for none.",
      "default": "",
      "pattern": {
        "expression": "[^\\p{Cc}]{1,200}",
        "words": "a text of at most 200 signs in one line"
      }
    }
  },
  "alertmanager": {
    "smarthost": {
      "description": "The mail server, with its port.",
      "default": "localhost:25",
      "pattern": {
        "expression": "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+\\]):[0-9]{1,5}",
        "words": "the name of a server with its port, such as `mail.example.org:587`"
      }
    },
    "from": {
      "description": "Whom messages are from.",
      "default": "alertmanager@localhost",
      "pattern": {
        "expression": "[^\\s@<>,;:\"'{}()\\[\\]\\\\?%&#]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?",
        "words": "one mailbox, such as `desk@example.org`"
      }
    },
    "tls": {
      "description": "Whether the mail server has to speak TLS; a server on the same machine often does not.",
      "default": true
    },
    "webhook": {
      "description": "An address that gets every message as well; empty for none.",
      "default": "",
      "pattern": {
        "expression": "https?://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+\\])(?::[0-9]{1,5})?(?:[/?#](?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?",
        "words": "an address that begins with `https://` or `http://`"
      }
    },
    "fallback": {
      "description": "The mailbox for alerts that are for nobody else; empty for none.",
      "default": "",
      "pattern": {
        "expression": "[^\\s@<>,;:\"'{}()\\[\\]\\\\?%&#]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?",
        "words": "one mailbox, such as `desk@example.org`"
      }
    },
    "repeat": {
      "description": "How long until a message about something that goes on is sent again.",
      "default": "4h",
      "pattern": {
        "expression": "(?=.*[1-9])(?:[0-9]{1,3}w)?(?:[0-9]{1,3}d)?(?:[0-9]{1,4}h)?(?:[0-9]{1,5}m)?(?:[0-9]{1,6}s)?",
        "words": "a length of time, such as `30m`, `4h` or `1d12h`"
      }
    },
    "workspace": {
      "description": "The text of a label `workspace` that all series and alerts have, where several workspaces share a Prometheus and may use the same names; empty for none.",
      "default": "",
      "pattern": {
        "expression": "[^\\p{Cc}]{1,200}",
        "words": "a text of at most 200 signs in one line"
      }
    }
  },
  "grafana": {
    "kpiValue": {
      "description": "The gauge with the value of a KPI.",
      "default": "waymark_kpi_value",
      "pattern": {
        "expression": "\\S{1,200}",
        "words": "a name without spaces"
      }
    },
    "workspace": {
      "description": "The text of a label `workspace` that all series and alerts have, where several workspaces share a Prometheus and may use the same names; empty for none.",
      "default": "",
      "pattern": {
        "expression": "[^\\p{Cc}]{1,200}",
        "words": "a text of at most 200 signs in one line"
      }
    }
  },
  "data-governance": {
    "separator": {
      "description": "What stands between the cells of CSV. Spreadsheets in most of Europe open files with semicolons by themselves.",
      "default": "comma",
      "words": [
        "comma",
        "semicolon"
      ]
    }
  },
  "codeowners": {
    "forge": {
      "description": "The code host: `gitlab` gets a section for each who has to agree; on `github` one of all on a line is enough.",
      "default": "github",
      "words": [
        "github",
        "gitlab"
      ]
    },
    "names": {
      "description": "Whom lines name: `teams` by their `codeHandles` where they have some, else the people; `people` always those who fill the role that is asked, and who stands in.",
      "default": "teams",
      "words": [
        "teams",
        "people"
      ]
    },
    "path": {
      "description": "Folder of the workspace, from the top of the repository. Where nothing is said it is the folder in which `waymark generate` finds it; `.` is the top.",
      "default": ""
    },
    "others": {
      "description": "True to have all other files of the workspace, new ones among them, asked of the owner of the Policy.",
      "default": false
    }
  },
  "operations": {
    "separator": {
      "description": "What stands between the cells of CSV. Spreadsheets in most of Europe open files with semicolons by themselves.",
      "default": "comma",
      "words": [
        "comma",
        "semicolon"
      ]
    }
  },
  "status-words": {
    "separator": {
      "description": "What stands between the cells of CSV. Spreadsheets in most of Europe open files with semicolons by themselves.",
      "default": "comma",
      "words": [
        "comma",
        "semicolon"
      ]
    }
  },
  "decision-tables": {
    "separator": {
      "description": "What stands between the cells of CSV. Spreadsheets in most of Europe open files with semicolons by themselves.",
      "default": "comma",
      "words": [
        "comma",
        "semicolon"
      ]
    }
  },
  "zendesk": {
    "tag": {
      "description": "What the tags of tickets begin with.",
      "default": "waymark-"
    }
  },
  "servicenow": {
    "table": {
      "description": "The table with the tasks.",
      "default": "incident"
    },
    "eventField": {
      "description": "The field with the last event of a task.",
      "default": "u_waymark_event"
    },
    "promisesField": {
      "description": "The field with the targets that a task is under.",
      "default": "u_waymark_promises"
    }
  },
  "backstage": {
    "groups": {
      "description": "False to leave teams out, where the portal has them from elsewhere by the same names.",
      "default": true
    }
  },
  "asyncapi": {
    "closed": {
      "description": "Whether a payload with further attributes is refused.",
      "default": true
    }
  },
  "review-calendar": {}
};
