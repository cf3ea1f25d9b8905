// Generated from control.yaml by `npm run generate`. Do not edit.
import type { OperationDescriptor, Schema } from "../../contract/types.js";
import type { ControlOperationId } from "../types.js";

export const operations: readonly OperationDescriptor<ControlOperationId>[] = [
  {
    "id": "GetHealth",
    "method": "GET",
    "path": "/_mock/health",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        }
      },
      "required": [
        "path",
        "query"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Health"
    }
  },
  {
    "id": "Reset",
    "method": "POST",
    "path": "/_mock/reset",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        }
      },
      "required": [
        "path",
        "query"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Empty"
    }
  },
  {
    "id": "GetClock",
    "method": "GET",
    "path": "/_mock/clock",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        }
      },
      "required": [
        "path",
        "query"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Clock"
    }
  },
  {
    "id": "SetClock",
    "method": "PUT",
    "path": "/_mock/clock",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": true,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "body": {
          "$ref": "control#/$defs/ClockSetting"
        }
      },
      "required": [
        "path",
        "query",
        "body"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Clock"
    }
  },
  {
    "id": "AdvanceClock",
    "method": "POST",
    "path": "/_mock/clock/advance",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": true,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "body": {
          "$ref": "control#/$defs/Duration"
        }
      },
      "required": [
        "path",
        "query",
        "body"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Clock"
    }
  },
  {
    "id": "ListFaults",
    "method": "GET",
    "path": "/_mock/faults",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        }
      },
      "required": [
        "path",
        "query"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Faults"
    }
  },
  {
    "id": "SetFaults",
    "method": "PUT",
    "path": "/_mock/faults",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": true,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "body": {
          "$ref": "control#/$defs/FaultSetting"
        }
      },
      "required": [
        "path",
        "query",
        "body"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Faults"
    }
  },
  {
    "id": "ClearFaults",
    "method": "DELETE",
    "path": "/_mock/faults",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        }
      },
      "required": [
        "path",
        "query"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Empty"
    }
  },
  {
    "id": "ListRequests",
    "method": "GET",
    "path": "/_mock/requests",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [
      "since"
    ],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {
            "since": {
              "type": "integer",
              "minimum": 0
            },
            "operation": {
              "type": "string"
            },
            "unmatched": {
              "type": "string",
              "enum": [
                "true",
                "false"
              ]
            }
          },
          "required": []
        }
      },
      "required": [
        "path",
        "query"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/JournalPage"
    }
  },
  {
    "id": "ClearRequests",
    "method": "DELETE",
    "path": "/_mock/requests",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        }
      },
      "required": [
        "path",
        "query"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Empty"
    }
  },
  {
    "id": "ListTokens",
    "method": "GET",
    "path": "/_mock/tokens",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        }
      },
      "required": [
        "path",
        "query"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Tokens"
    }
  },
  {
    "id": "DeactivateUser",
    "method": "POST",
    "path": "/_mock/users/{id}/deactivate",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {
            "id": {
              "$ref": "control#/$defs/UserId"
            }
          },
          "required": [
            "id"
          ]
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        }
      },
      "required": [
        "path",
        "query"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Empty"
    }
  },
  {
    "id": "ReactivateUser",
    "method": "POST",
    "path": "/_mock/users/{id}/reactivate",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {
            "id": {
              "$ref": "control#/$defs/UserId"
            }
          },
          "required": [
            "id"
          ]
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        }
      },
      "required": [
        "path",
        "query"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Empty"
    }
  },
  {
    "id": "GetSnapshot",
    "method": "GET",
    "path": "/_mock/snapshot",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        }
      },
      "required": [
        "path",
        "query"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Snapshot"
    }
  },
  {
    "id": "RestoreSnapshot",
    "method": "PUT",
    "path": "/_mock/snapshot",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [],
    "takesBody": true,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "query": {
          "type": "object",
          "properties": {},
          "required": []
        },
        "body": {
          "$ref": "control#/$defs/Snapshot"
        }
      },
      "required": [
        "path",
        "query",
        "body"
      ]
    },
    "answer": {
      "$ref": "control#/$defs/Organizations"
    }
  }
];

export const schemas: Schema = {
  "$id": "control",
  "$defs": {
    "Empty": {
      "type": "object",
      "additionalProperties": false
    },
    "UserId": {
      "type": "string",
      "pattern": "^user_[0-9a-f]{32}$"
    },
    "OrganizationId": {
      "type": "string",
      "pattern": "^role_[0-9a-f]{32}$"
    },
    "TokenId": {
      "type": "string",
      "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
    },
    "Secret": {
      "type": "string",
      "pattern": "^scapi_[A-Za-z0-9_-]{48}$"
    },
    "TokenName": {
      "type": "string",
      "minLength": 1,
      "maxLength": 130,
      "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"
    },
    "Health": {
      "type": "object",
      "required": [
        "status",
        "now"
      ],
      "properties": {
        "status": {
          "type": "string",
          "enum": [
            "ok"
          ]
        },
        "now": {
          "type": "string"
        }
      },
      "additionalProperties": false
    },
    "Clock": {
      "type": "object",
      "required": [
        "now",
        "frozen"
      ],
      "properties": {
        "now": {
          "type": "string"
        },
        "frozen": {
          "type": "boolean"
        }
      },
      "additionalProperties": false
    },
    "ClockSetting": {
      "type": "object",
      "minProperties": 1,
      "properties": {
        "now": {
          "type": "string"
        },
        "frozen": {
          "type": "boolean"
        }
      },
      "additionalProperties": false
    },
    "Duration": {
      "type": "object",
      "minProperties": 1,
      "properties": {
        "days": {
          "type": "number",
          "minimum": 0
        },
        "hours": {
          "type": "number",
          "minimum": 0
        },
        "minutes": {
          "type": "number",
          "minimum": 0
        },
        "seconds": {
          "type": "number",
          "minimum": 0
        }
      },
      "additionalProperties": false
    },
    "Organizations": {
      "type": "object",
      "required": [
        "organizations"
      ],
      "properties": {
        "organizations": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "id",
              "name",
              "api_token"
            ],
            "properties": {
              "id": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "api_token": {
                "type": "string"
              }
            },
            "additionalProperties": false
          }
        }
      },
      "additionalProperties": false
    },
    "Tokens": {
      "type": "object",
      "required": [
        "service_user_tokens",
        "user_tokens"
      ],
      "properties": {
        "service_user_tokens": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": true
          }
        },
        "user_tokens": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "additionalProperties": false
    },
    "FaultMatch": {
      "type": "object",
      "minProperties": 1,
      "properties": {
        "organisation_id": {
          "type": "string"
        },
        "user_id": {
          "type": "string"
        },
        "path": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "query": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "body": {
          "type": "object",
          "additionalProperties": true
        }
      },
      "additionalProperties": false
    },
    "FaultAddress": {
      "type": "object",
      "required": [
        "operation"
      ],
      "properties": {
        "operation": {
          "type": "string"
        },
        "match": {
          "$ref": "control#/$defs/FaultMatch"
        },
        "after": {
          "type": "integer",
          "minimum": 0
        },
        "times": {
          "type": "integer",
          "minimum": 1
        }
      }
    },
    "FaultMoment": {
      "type": "string",
      "enum": [
        "before_handling",
        "after_commit"
      ]
    },
    "StatusFault": {
      "allOf": [
        {
          "$ref": "control#/$defs/FaultAddress"
        }
      ],
      "type": "object",
      "required": [
        "kind",
        "status"
      ],
      "unevaluatedProperties": false,
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "status"
          ]
        },
        "status": {
          "type": "integer",
          "minimum": 400,
          "maximum": 599
        },
        "code": {
          "type": "integer",
          "minimum": 1,
          "maximum": 16
        },
        "message": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "raw_body": {
          "type": "string"
        },
        "content_type": {
          "type": "string",
          "pattern": "^[\\t\\x20-\\x7e]+$"
        },
        "when": {
          "$ref": "control#/$defs/FaultMoment"
        }
      }
    },
    "RateLimitedFault": {
      "allOf": [
        {
          "$ref": "control#/$defs/FaultAddress"
        }
      ],
      "type": "object",
      "required": [
        "kind"
      ],
      "unevaluatedProperties": false,
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "rate_limited"
          ]
        },
        "reset_seconds": {
          "type": "integer",
          "minimum": 0
        }
      }
    },
    "DelayFault": {
      "allOf": [
        {
          "$ref": "control#/$defs/FaultAddress"
        }
      ],
      "type": "object",
      "required": [
        "kind",
        "milliseconds"
      ],
      "unevaluatedProperties": false,
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "delay"
          ]
        },
        "milliseconds": {
          "type": "integer",
          "minimum": 0,
          "maximum": 3600000
        },
        "when": {
          "$ref": "control#/$defs/FaultMoment"
        }
      }
    },
    "DropFault": {
      "allOf": [
        {
          "$ref": "control#/$defs/FaultAddress"
        }
      ],
      "type": "object",
      "required": [
        "kind"
      ],
      "unevaluatedProperties": false,
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "drop"
          ]
        },
        "when": {
          "$ref": "control#/$defs/FaultMoment"
        }
      }
    },
    "ResetFault": {
      "allOf": [
        {
          "$ref": "control#/$defs/FaultAddress"
        }
      ],
      "type": "object",
      "required": [
        "kind"
      ],
      "unevaluatedProperties": false,
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "reset"
          ]
        },
        "when": {
          "$ref": "control#/$defs/FaultMoment"
        }
      }
    },
    "TruncatedBodyFault": {
      "allOf": [
        {
          "$ref": "control#/$defs/FaultAddress"
        }
      ],
      "type": "object",
      "required": [
        "kind"
      ],
      "unevaluatedProperties": false,
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "truncated_body"
          ]
        },
        "bytes": {
          "type": "integer",
          "minimum": 0
        }
      }
    },
    "SlowBodyFault": {
      "allOf": [
        {
          "$ref": "control#/$defs/FaultAddress"
        }
      ],
      "type": "object",
      "required": [
        "kind",
        "pause_milliseconds"
      ],
      "unevaluatedProperties": false,
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "slow_body"
          ]
        },
        "pause_milliseconds": {
          "type": "integer",
          "minimum": 0,
          "maximum": 3600000
        },
        "bytes": {
          "type": "integer",
          "minimum": 1
        }
      }
    },
    "StaleListFault": {
      "allOf": [
        {
          "$ref": "control#/$defs/FaultAddress"
        }
      ],
      "type": "object",
      "required": [
        "kind"
      ],
      "unevaluatedProperties": false,
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "stale_list"
          ]
        }
      }
    },
    "ShiftedPageFault": {
      "allOf": [
        {
          "$ref": "control#/$defs/FaultAddress"
        }
      ],
      "type": "object",
      "required": [
        "kind"
      ],
      "unevaluatedProperties": false,
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "shifted_page"
          ]
        },
        "by": {
          "type": "integer",
          "minimum": -100,
          "maximum": 100
        }
      }
    },
    "Fault": {
      "oneOf": [
        {
          "$ref": "control#/$defs/StatusFault"
        },
        {
          "$ref": "control#/$defs/RateLimitedFault"
        },
        {
          "$ref": "control#/$defs/DelayFault"
        },
        {
          "$ref": "control#/$defs/DropFault"
        },
        {
          "$ref": "control#/$defs/ResetFault"
        },
        {
          "$ref": "control#/$defs/TruncatedBodyFault"
        },
        {
          "$ref": "control#/$defs/SlowBodyFault"
        },
        {
          "$ref": "control#/$defs/StaleListFault"
        },
        {
          "$ref": "control#/$defs/ShiftedPageFault"
        }
      ],
      "discriminator": {
        "propertyName": "kind"
      },
      "required": [
        "kind"
      ],
      "properties": {
        "kind": {
          "enum": [
            "status",
            "rate_limited",
            "delay",
            "drop",
            "reset",
            "truncated_body",
            "slow_body",
            "stale_list",
            "shifted_page"
          ]
        }
      }
    },
    "FaultSetting": {
      "type": "object",
      "required": [
        "faults"
      ],
      "properties": {
        "faults": {
          "type": "array",
          "items": {
            "$ref": "control#/$defs/Fault"
          }
        }
      },
      "additionalProperties": false
    },
    "Faults": {
      "type": "object",
      "required": [
        "faults"
      ],
      "properties": {
        "faults": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "fault",
              "hits"
            ],
            "properties": {
              "fault": {
                "$ref": "control#/$defs/Fault"
              },
              "hits": {
                "type": "integer"
              }
            },
            "additionalProperties": false
          }
        }
      },
      "additionalProperties": false
    },
    "JournalEntry": {
      "type": "object",
      "required": [
        "id",
        "at",
        "operation",
        "method",
        "path",
        "query",
        "headers",
        "body",
        "caller",
        "status",
        "reason",
        "faults",
        "unread_fields",
        "nearest_route"
      ],
      "properties": {
        "id": {
          "type": "integer"
        },
        "at": {
          "type": "string"
        },
        "operation": {
          "type": [
            "string",
            "null"
          ]
        },
        "method": {
          "type": "string"
        },
        "path": {
          "type": "string"
        },
        "query": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "headers": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "body": {},
        "caller": {
          "oneOf": [
            {
              "type": "null"
            },
            {
              "type": "object",
              "required": [
                "user_id",
                "organisation_id"
              ],
              "properties": {
                "user_id": {
                  "type": "string"
                },
                "organisation_id": {
                  "type": "string"
                }
              },
              "additionalProperties": false
            }
          ]
        },
        "status": {
          "type": [
            "integer",
            "null"
          ]
        },
        "reason": {
          "type": [
            "string",
            "null"
          ]
        },
        "faults": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "unread_fields": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "nearest_route": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "additionalProperties": false
    },
    "JournalPage": {
      "type": "object",
      "required": [
        "requests",
        "last_id"
      ],
      "properties": {
        "requests": {
          "type": "array",
          "items": {
            "$ref": "control#/$defs/JournalEntry"
          }
        },
        "last_id": {
          "type": "integer"
        }
      },
      "additionalProperties": false
    },
    "SeedTime": {
      "type": "string",
      "pattern": "^(-\\d+[dhms]|\\d{4}-.*)$"
    },
    "SeedPermissions": {
      "oneOf": [
        {
          "type": "string",
          "enum": [
            "all"
          ]
        },
        {
          "type": "array",
          "items": {
            "type": "string"
          },
          "uniqueItems": true
        }
      ]
    },
    "SeedServiceUserToken": {
      "type": "object",
      "required": [
        "name"
      ],
      "properties": {
        "id": {
          "$ref": "control#/$defs/TokenId"
        },
        "service_user_id": {
          "$ref": "control#/$defs/UserId"
        },
        "name": {
          "$ref": "control#/$defs/TokenName"
        },
        "secret": {
          "$ref": "control#/$defs/Secret"
        },
        "inactivity_expiry_days": {
          "type": "integer",
          "enum": [
            31,
            45,
            60,
            180
          ]
        },
        "permissions": {
          "$ref": "control#/$defs/SeedPermissions"
        },
        "status": {
          "type": "string",
          "enum": [
            "active",
            "revoked",
            "expired"
          ]
        },
        "created_at": {
          "$ref": "control#/$defs/SeedTime"
        },
        "last_used_at": {
          "$ref": "control#/$defs/SeedTime"
        }
      },
      "additionalProperties": false
    },
    "SeedUserToken": {
      "type": "object",
      "required": [
        "name"
      ],
      "properties": {
        "id": {
          "$ref": "control#/$defs/TokenId"
        },
        "name": {
          "$ref": "control#/$defs/TokenName"
        },
        "secret": {
          "$ref": "control#/$defs/Secret"
        },
        "status": {
          "type": "string",
          "enum": [
            "active",
            "revoked",
            "expired"
          ]
        },
        "created_at": {
          "$ref": "control#/$defs/SeedTime"
        },
        "last_used_at": {
          "$ref": "control#/$defs/SeedTime"
        }
      },
      "additionalProperties": false
    },
    "SeedUser": {
      "type": "object",
      "properties": {
        "id": {
          "$ref": "control#/$defs/UserId"
        },
        "firstname": {
          "type": "string"
        },
        "lastname": {
          "type": "string"
        },
        "email": {
          "type": "string"
        },
        "seat_type": {
          "type": "string"
        },
        "permissions": {
          "$ref": "control#/$defs/SeedPermissions"
        },
        "group_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "pattern": "^role_[0-9a-f]{32}$"
          }
        },
        "site_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "pattern": "^location_[0-9a-f]{32}$"
          }
        },
        "status": {
          "type": "string",
          "enum": [
            "active",
            "deactivated"
          ]
        },
        "user_tokens": {
          "type": "array",
          "items": {
            "$ref": "control#/$defs/SeedUserToken"
          }
        }
      },
      "additionalProperties": false
    },
    "SeedOrganization": {
      "type": "object",
      "properties": {
        "id": {
          "$ref": "control#/$defs/OrganizationId"
        },
        "name": {
          "type": "string",
          "minLength": 1
        },
        "api_token": {
          "$ref": "control#/$defs/Secret"
        },
        "users": {
          "type": "array",
          "items": {
            "$ref": "control#/$defs/SeedUser"
          }
        },
        "service_user_tokens": {
          "type": "array",
          "items": {
            "$ref": "control#/$defs/SeedServiceUserToken"
          }
        }
      },
      "additionalProperties": false
    },
    "SeedAssumptions": {
      "type": "object",
      "properties": {
        "unique_names": {
          "type": "boolean"
        },
        "regenerate_expired": {
          "type": "boolean"
        },
        "revoked_count": {
          "type": "boolean"
        }
      },
      "additionalProperties": false
    },
    "Seed": {
      "type": "object",
      "properties": {
        "random_seed": {
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991
        },
        "clock": {
          "type": "object",
          "properties": {
            "now": {
              "type": "string"
            },
            "frozen": {
              "type": "boolean"
            }
          },
          "additionalProperties": false
        },
        "assumptions": {
          "$ref": "control#/$defs/SeedAssumptions"
        },
        "organizations": {
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "control#/$defs/SeedOrganization"
          }
        }
      },
      "additionalProperties": false
    },
    "Instant": {
      "type": "integer",
      "minimum": 0
    },
    "OptionalInstant": {
      "type": [
        "integer",
        "null"
      ],
      "minimum": 0
    },
    "SecretHash": {
      "type": "string",
      "pattern": "^[0-9a-f]{64}$"
    },
    "SnapshotOrganization": {
      "type": "object",
      "required": [
        "id",
        "name",
        "expiriesSeenAt",
        "users",
        "serviceUserTokens",
        "userTokens",
        "bootstrapCredentials",
        "activities"
      ],
      "properties": {
        "id": {
          "$ref": "control#/$defs/OrganizationId"
        },
        "name": {
          "type": "string"
        },
        "expiriesSeenAt": {
          "$ref": "control#/$defs/Instant"
        },
        "users": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "sequence",
              "id",
              "organizationId",
              "firstname",
              "lastname",
              "email",
              "seatType",
              "permissions",
              "groupIds",
              "siteIds",
              "deactivatedAt"
            ],
            "properties": {
              "sequence": {
                "type": "integer"
              },
              "id": {
                "$ref": "control#/$defs/UserId"
              },
              "organizationId": {
                "$ref": "control#/$defs/OrganizationId"
              },
              "firstname": {
                "type": "string"
              },
              "lastname": {
                "type": "string"
              },
              "email": {
                "type": "string"
              },
              "seatType": {
                "type": "string"
              },
              "permissions": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "groupIds": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "siteIds": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "deactivatedAt": {
                "$ref": "control#/$defs/OptionalInstant"
              }
            },
            "additionalProperties": false
          }
        },
        "serviceUserTokens": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "sequence",
              "id",
              "serviceUserId",
              "organizationId",
              "name",
              "inactivityDays",
              "permissions",
              "createdAt",
              "updatedAt",
              "secretIssuedAt",
              "lastUsedAt",
              "revokedAt",
              "secretHash"
            ],
            "properties": {
              "sequence": {
                "type": "integer"
              },
              "id": {
                "$ref": "control#/$defs/TokenId"
              },
              "serviceUserId": {
                "$ref": "control#/$defs/UserId"
              },
              "organizationId": {
                "$ref": "control#/$defs/OrganizationId"
              },
              "name": {
                "$ref": "control#/$defs/TokenName"
              },
              "inactivityDays": {
                "type": "integer",
                "enum": [
                  31,
                  45,
                  60,
                  180
                ]
              },
              "permissions": {
                "type": "array",
                "minItems": 1,
                "items": {
                  "type": "string"
                }
              },
              "createdAt": {
                "$ref": "control#/$defs/Instant"
              },
              "updatedAt": {
                "$ref": "control#/$defs/Instant"
              },
              "secretIssuedAt": {
                "$ref": "control#/$defs/Instant"
              },
              "lastUsedAt": {
                "$ref": "control#/$defs/OptionalInstant"
              },
              "revokedAt": {
                "$ref": "control#/$defs/OptionalInstant"
              },
              "secretHash": {
                "$ref": "control#/$defs/SecretHash"
              }
            },
            "additionalProperties": false
          }
        },
        "userTokens": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "sequence",
              "id",
              "userId",
              "organizationId",
              "name",
              "createdAt",
              "lastUsedAt",
              "revokedAt",
              "endedAt",
              "secretHash"
            ],
            "properties": {
              "sequence": {
                "type": "integer"
              },
              "id": {
                "$ref": "control#/$defs/TokenId"
              },
              "userId": {
                "$ref": "control#/$defs/UserId"
              },
              "organizationId": {
                "$ref": "control#/$defs/OrganizationId"
              },
              "name": {
                "$ref": "control#/$defs/TokenName"
              },
              "createdAt": {
                "$ref": "control#/$defs/Instant"
              },
              "lastUsedAt": {
                "$ref": "control#/$defs/OptionalInstant"
              },
              "revokedAt": {
                "$ref": "control#/$defs/OptionalInstant"
              },
              "endedAt": {
                "$ref": "control#/$defs/OptionalInstant"
              },
              "secretHash": {
                "$ref": "control#/$defs/SecretHash"
              }
            },
            "additionalProperties": false
          }
        },
        "bootstrapCredentials": {
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "object",
            "required": [
              "organizationId",
              "userId",
              "secretHash"
            ],
            "properties": {
              "organizationId": {
                "$ref": "control#/$defs/OrganizationId"
              },
              "userId": {
                "$ref": "control#/$defs/UserId"
              },
              "secretHash": {
                "$ref": "control#/$defs/SecretHash"
              }
            },
            "additionalProperties": false
          }
        },
        "activities": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "sequence",
              "type",
              "occurredAt",
              "userId",
              "userName",
              "metadata"
            ],
            "properties": {
              "sequence": {
                "type": "integer"
              },
              "type": {
                "type": "string"
              },
              "occurredAt": {
                "$ref": "control#/$defs/Instant"
              },
              "userId": {
                "$ref": "control#/$defs/UserId"
              },
              "userName": {
                "type": "string"
              },
              "metadata": {
                "type": "object",
                "additionalProperties": {
                  "type": "string"
                }
              }
            },
            "additionalProperties": false
          }
        }
      },
      "additionalProperties": false
    },
    "Snapshot": {
      "type": "object",
      "required": [
        "format",
        "clock",
        "sequence",
        "drawn",
        "organizations"
      ],
      "properties": {
        "format": {
          "type": "integer",
          "enum": [
            1
          ]
        },
        "clock": {
          "type": "object",
          "required": [
            "now",
            "frozen"
          ],
          "properties": {
            "now": {
              "$ref": "control#/$defs/Instant"
            },
            "frozen": {
              "type": "boolean"
            }
          },
          "additionalProperties": false
        },
        "sequence": {
          "type": "integer",
          "minimum": 0
        },
        "drawn": {
          "type": "integer",
          "minimum": 0
        },
        "organizations": {
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "control#/$defs/SnapshotOrganization"
          }
        }
      },
      "additionalProperties": false
    }
  }
};
