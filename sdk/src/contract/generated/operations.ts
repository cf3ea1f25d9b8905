/**
 * This file was generated from openapi.yaml by scripts/generate-operations.ts.
 * Do not make direct changes to the file.
 */

import type { ResponseShape, Operation, RequestRule } from "../operation.js";
import type { operations as Contract } from "./schema.js";

const responseOfListServiceUserTokens: ResponseShape = {
  "type": "object",
  "required": [
    "service_user_tokens",
    "next_page_token",
    "active_count",
    "active_limit"
  ],
  "properties": {
    "service_user_tokens": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "id",
          "service_user_id",
          "organisation_id",
          "name",
          "inactivity_expiry_days",
          "permissions",
          "status",
          "created_at",
          "updated_at",
          "secret_issued_at",
          "last_used_at",
          "revoked_at",
          "expires_at"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "service_user_id": {
            "type": "string"
          },
          "organisation_id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "inactivity_expiry_days": {
            "type": "integer"
          },
          "permissions": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "status": {
            "type": "string"
          },
          "created_at": {
            "type": "string"
          },
          "updated_at": {
            "type": "string"
          },
          "secret_issued_at": {
            "type": "string"
          },
          "last_used_at": {
            "type": "string",
            "nullable": true
          },
          "revoked_at": {
            "type": "string",
            "nullable": true
          },
          "expires_at": {
            "type": "string",
            "nullable": true
          }
        }
      }
    },
    "next_page_token": {
      "type": "string"
    },
    "active_count": {
      "type": "integer"
    },
    "active_limit": {
      "type": "integer"
    }
  }
};

const responseOfCreateServiceUserToken: ResponseShape = {
  "type": "object",
  "required": [
    "service_user_token",
    "secret"
  ],
  "properties": {
    "service_user_token": {
      "type": "object",
      "required": [
        "id",
        "service_user_id",
        "organisation_id",
        "name",
        "inactivity_expiry_days",
        "permissions",
        "status",
        "created_at",
        "updated_at",
        "secret_issued_at",
        "last_used_at",
        "revoked_at",
        "expires_at"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "service_user_id": {
          "type": "string"
        },
        "organisation_id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "inactivity_expiry_days": {
          "type": "integer"
        },
        "permissions": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "status": {
          "type": "string"
        },
        "created_at": {
          "type": "string"
        },
        "updated_at": {
          "type": "string"
        },
        "secret_issued_at": {
          "type": "string"
        },
        "last_used_at": {
          "type": "string",
          "nullable": true
        },
        "revoked_at": {
          "type": "string",
          "nullable": true
        },
        "expires_at": {
          "type": "string",
          "nullable": true
        }
      }
    },
    "secret": {
      "type": "string",
      "sensitive": true
    }
  }
};

const responseOfGetServiceUserToken: ResponseShape = {
  "type": "object",
  "required": [
    "service_user_token"
  ],
  "properties": {
    "service_user_token": {
      "type": "object",
      "required": [
        "id",
        "service_user_id",
        "organisation_id",
        "name",
        "inactivity_expiry_days",
        "permissions",
        "status",
        "created_at",
        "updated_at",
        "secret_issued_at",
        "last_used_at",
        "revoked_at",
        "expires_at"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "service_user_id": {
          "type": "string"
        },
        "organisation_id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "inactivity_expiry_days": {
          "type": "integer"
        },
        "permissions": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "status": {
          "type": "string"
        },
        "created_at": {
          "type": "string"
        },
        "updated_at": {
          "type": "string"
        },
        "secret_issued_at": {
          "type": "string"
        },
        "last_used_at": {
          "type": "string",
          "nullable": true
        },
        "revoked_at": {
          "type": "string",
          "nullable": true
        },
        "expires_at": {
          "type": "string",
          "nullable": true
        }
      }
    }
  }
};

const responseOfDeleteServiceUserToken: ResponseShape = {
  "type": "object",
  "required": [],
  "properties": {}
};

const responseOfListUserTokens: ResponseShape = {
  "type": "object",
  "required": [
    "user_tokens",
    "next_page_token",
    "active_count",
    "active_limit"
  ],
  "properties": {
    "user_tokens": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "id",
          "user_id",
          "organisation_id",
          "name",
          "status",
          "created_at",
          "last_used_at",
          "revoked_at",
          "expires_at"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "user_id": {
            "type": "string"
          },
          "organisation_id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "status": {
            "type": "string"
          },
          "created_at": {
            "type": "string"
          },
          "last_used_at": {
            "type": "string",
            "nullable": true
          },
          "revoked_at": {
            "type": "string",
            "nullable": true
          },
          "expires_at": {
            "type": "string",
            "nullable": true
          }
        }
      }
    },
    "next_page_token": {
      "type": "string"
    },
    "active_count": {
      "type": "integer"
    },
    "active_limit": {
      "type": "integer"
    }
  }
};

const responseOfCreateUserToken: ResponseShape = {
  "type": "object",
  "required": [
    "user_token",
    "secret"
  ],
  "properties": {
    "user_token": {
      "type": "object",
      "required": [
        "id",
        "user_id",
        "organisation_id",
        "name",
        "status",
        "created_at",
        "last_used_at",
        "revoked_at",
        "expires_at"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "user_id": {
          "type": "string"
        },
        "organisation_id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "status": {
          "type": "string"
        },
        "created_at": {
          "type": "string"
        },
        "last_used_at": {
          "type": "string",
          "nullable": true
        },
        "revoked_at": {
          "type": "string",
          "nullable": true
        },
        "expires_at": {
          "type": "string",
          "nullable": true
        }
      }
    },
    "secret": {
      "type": "string",
      "sensitive": true
    }
  }
};

const responseOfRevokeUserToken: ResponseShape = {
  "type": "object",
  "required": [
    "user_token"
  ],
  "properties": {
    "user_token": {
      "type": "object",
      "required": [
        "id",
        "user_id",
        "organisation_id",
        "name",
        "status",
        "created_at",
        "last_used_at",
        "revoked_at",
        "expires_at"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "user_id": {
          "type": "string"
        },
        "organisation_id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "status": {
          "type": "string"
        },
        "created_at": {
          "type": "string"
        },
        "last_used_at": {
          "type": "string",
          "nullable": true
        },
        "revoked_at": {
          "type": "string",
          "nullable": true
        },
        "expires_at": {
          "type": "string",
          "nullable": true
        }
      }
    }
  }
};

const responseOfCreateSession: ResponseShape = {
  "type": "object",
  "required": [
    "user_id",
    "expires_at"
  ],
  "properties": {
    "user_id": {
      "type": "string"
    },
    "expires_at": {
      "type": "string"
    }
  }
};

const responseOfListPermissions: ResponseShape = {
  "type": "object",
  "required": [
    "permissions"
  ],
  "properties": {
    "permissions": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "key",
          "name",
          "section"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "section": {
            "type": "string"
          }
        }
      }
    }
  }
};

const responseOfWhoAmI: ResponseShape = {
  "type": "object",
  "required": [
    "user_id",
    "organisation_id",
    "firstname",
    "lastname",
    "email",
    "seat_type",
    "permissions",
    "group_ids",
    "site_ids",
    "counts_toward_seats"
  ],
  "properties": {
    "user_id": {
      "type": "string"
    },
    "organisation_id": {
      "type": "string"
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
      "type": "array",
      "items": {
        "type": "string"
      }
    },
    "group_ids": {
      "type": "array",
      "items": {
        "type": "string"
      }
    },
    "site_ids": {
      "type": "array",
      "items": {
        "type": "string"
      }
    },
    "counts_toward_seats": {
      "type": "boolean"
    }
  }
};

const responseOfListUsers: ResponseShape = {
  "type": "object",
  "required": [
    "users",
    "next_page_token"
  ],
  "properties": {
    "users": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "id",
          "firstname",
          "lastname",
          "email",
          "seat_type",
          "status"
        ],
        "properties": {
          "id": {
            "type": "string"
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
          "status": {
            "type": "string"
          }
        }
      }
    },
    "next_page_token": {
      "type": "string"
    }
  }
};

const responseOfListScimUsers: ResponseShape = {
  "type": "object",
  "required": [
    "schemas",
    "totalResults",
    "startIndex",
    "itemsPerPage",
    "Resources"
  ],
  "properties": {
    "schemas": {
      "type": "array",
      "items": {
        "type": "string"
      }
    },
    "totalResults": {
      "type": "integer"
    },
    "startIndex": {
      "type": "integer"
    },
    "itemsPerPage": {
      "type": "integer"
    },
    "Resources": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "schemas",
          "id",
          "userName",
          "active",
          "name"
        ],
        "properties": {
          "schemas": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "id": {
            "type": "string"
          },
          "userName": {
            "type": "string"
          },
          "active": {
            "type": "boolean"
          },
          "name": {
            "type": "object",
            "required": [
              "givenName",
              "familyName"
            ],
            "properties": {
              "givenName": {
                "type": "string"
              },
              "familyName": {
                "type": "string"
              }
            }
          }
        }
      }
    }
  }
};

const responseOfListActivities: ResponseShape = {
  "type": "object",
  "required": [
    "activities",
    "next_page_token"
  ],
  "properties": {
    "activities": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "type",
          "occurred_at",
          "user_id",
          "user_name",
          "metadata"
        ],
        "properties": {
          "type": {
            "type": "string"
          },
          "occurred_at": {
            "type": "string"
          },
          "user_id": {
            "type": "string"
          },
          "user_name": {
            "type": "string"
          },
          "metadata": {
            "type": "map",
            "values": {
              "type": "string"
            }
          }
        }
      }
    },
    "next_page_token": {
      "type": "string"
    }
  }
};

const ruleOf_page_size: RequestRule = {
  "type": "integer",
  "minimum": 1,
  "maximum": 100
};

const ruleOf_page_token: RequestRule = {
  "type": "string"
};

const ruleOf_CreateServiceUserToken: RequestRule = {
  "type": "object",
  "required": [
    "name"
  ],
  "properties": {
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 130,
      "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"
    },
    "inactivity_expiry_days": {
      "type": "integer",
      "oneOf": [
        31,
        45,
        60,
        180
      ]
    },
    "permissions": {
      "type": "array",
      "minItems": 1,
      "uniqueItems": true,
      "items": {
        "type": "string"
      }
    }
  }
};

const ruleOf_id: RequestRule = {
  "type": "string",
  "format": "uuid"
};

const ruleOf_UpdateServiceUserToken: RequestRule = {
  "type": "object",
  "minProperties": 1,
  "required": [],
  "properties": {
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 130,
      "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"
    },
    "inactivity_expiry_days": {
      "type": "integer",
      "oneOf": [
        31,
        45,
        60,
        180
      ]
    },
    "permissions": {
      "type": "array",
      "minItems": 1,
      "uniqueItems": true,
      "items": {
        "type": "string"
      }
    }
  }
};

const ruleOf_CreateUserToken: RequestRule = {
  "type": "object",
  "required": [
    "name"
  ],
  "properties": {
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 130,
      "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"
    }
  }
};

const ruleOf_ListUsers: RequestRule = {
  "type": "object",
  "required": [],
  "properties": {
    "page_size": {
      "type": "integer",
      "minimum": 1,
      "maximum": 100
    },
    "page_token": {
      "type": "string"
    },
    "list_all": {
      "type": "boolean"
    }
  }
};

const ruleOf_startIndex: RequestRule = {
  "type": "integer",
  "minimum": 1
};

const ruleOf_ListActivities: RequestRule = {
  "type": "object",
  "required": [],
  "properties": {
    "page_size": {
      "type": "integer",
      "minimum": 1,
      "maximum": 100
    },
    "page_token": {
      "type": "string"
    },
    "filters": {
      "type": "object",
      "required": [],
      "properties": {
        "event_types": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "user_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "pattern": "^user_[0-9a-f]{32}$"
          }
        },
        "timeframe": {
          "type": "object",
          "required": [],
          "properties": {
            "from": {
              "type": "string",
              "format": "date-time"
            },
            "to": {
              "type": "string",
              "format": "date-time"
            }
          }
        }
      }
    }
  }
};

/** Patterns of the values that the contract marks as sensitive. */
export const sensitivePatterns: readonly string[] = ["scapi_[A-Za-z0-9_-]{48}"];

/** Every operation of the contract, by its id. */
export const operations = {
  ServiceUserTokensService_ListServiceUserTokens: {
    operationId: "ServiceUserTokensService_ListServiceUserTokens",
    summary: "List service user tokens",
    method: "GET",
    path: "/identity/v1/service_user_tokens",
    repeatable: true,
    rateLimit: "read",
    permissions: ["platform_management.organization"],
    sensitive: [],
    defaulted: [],
    pathRules: {  },
    queryRules: { page_size: ruleOf_page_size, page_token: ruleOf_page_token, status: ruleOf_page_token },
    bodyRule: null,
    response: responseOfListServiceUserTokens,
  },
  ServiceUserTokensService_CreateServiceUserToken: {
    operationId: "ServiceUserTokensService_CreateServiceUserToken",
    summary: "Create a service user token",
    method: "POST",
    path: "/identity/v1/service_user_tokens",
    repeatable: false,
    rateLimit: "write",
    permissions: ["platform_management.organization"],
    sensitive: ["secret"],
    defaulted: ["inactivity_expiry_days"],
    pathRules: {  },
    queryRules: {  },
    bodyRule: ruleOf_CreateServiceUserToken,
    response: responseOfCreateServiceUserToken,
  },
  ServiceUserTokensService_GetServiceUserToken: {
    operationId: "ServiceUserTokensService_GetServiceUserToken",
    summary: "Get a service user token",
    method: "GET",
    path: "/identity/v1/service_user_tokens/{id}",
    repeatable: true,
    rateLimit: "read",
    permissions: ["platform_management.organization"],
    sensitive: [],
    defaulted: [],
    pathRules: { id: ruleOf_id },
    queryRules: {  },
    bodyRule: null,
    response: responseOfGetServiceUserToken,
  },
  ServiceUserTokensService_UpdateServiceUserToken: {
    operationId: "ServiceUserTokensService_UpdateServiceUserToken",
    summary: "Edit a service user token",
    method: "PATCH",
    path: "/identity/v1/service_user_tokens/{id}",
    repeatable: true,
    rateLimit: "write",
    permissions: ["platform_management.organization"],
    sensitive: [],
    defaulted: [],
    pathRules: { id: ruleOf_id },
    queryRules: {  },
    bodyRule: ruleOf_UpdateServiceUserToken,
    response: responseOfGetServiceUserToken,
  },
  ServiceUserTokensService_DeleteServiceUserToken: {
    operationId: "ServiceUserTokensService_DeleteServiceUserToken",
    summary: "Delete a revoked service user token",
    method: "DELETE",
    path: "/identity/v1/service_user_tokens/{id}",
    repeatable: true,
    rateLimit: "write",
    permissions: ["platform_management.organization"],
    sensitive: [],
    defaulted: [],
    pathRules: { id: ruleOf_id },
    queryRules: {  },
    bodyRule: null,
    response: responseOfDeleteServiceUserToken,
  },
  ServiceUserTokensService_RevokeServiceUserToken: {
    operationId: "ServiceUserTokensService_RevokeServiceUserToken",
    summary: "Revoke a service user token",
    method: "POST",
    path: "/identity/v1/service_user_tokens/{id}/revoke",
    repeatable: true,
    rateLimit: "write",
    permissions: ["platform_management.organization"],
    sensitive: [],
    defaulted: [],
    pathRules: { id: ruleOf_id },
    queryRules: {  },
    bodyRule: null,
    response: responseOfGetServiceUserToken,
  },
  ServiceUserTokensService_RegenerateServiceUserToken: {
    operationId: "ServiceUserTokensService_RegenerateServiceUserToken",
    summary: "Regenerate a revoked service user token",
    method: "POST",
    path: "/identity/v1/service_user_tokens/{id}/regenerate",
    repeatable: false,
    rateLimit: "write",
    permissions: ["platform_management.organization"],
    sensitive: ["secret"],
    defaulted: [],
    pathRules: { id: ruleOf_id },
    queryRules: {  },
    bodyRule: null,
    response: responseOfCreateServiceUserToken,
  },
  UserTokensService_ListUserTokens: {
    operationId: "UserTokensService_ListUserTokens",
    summary: "List user tokens",
    method: "GET",
    path: "/identity/v1/user_tokens",
    repeatable: true,
    rateLimit: "read",
    permissions: [],
    sensitive: [],
    defaulted: [],
    pathRules: {  },
    queryRules: { page_size: ruleOf_page_size, page_token: ruleOf_page_token },
    bodyRule: null,
    response: responseOfListUserTokens,
  },
  UserTokensService_CreateUserToken: {
    operationId: "UserTokensService_CreateUserToken",
    summary: "Create a user token",
    method: "POST",
    path: "/identity/v1/user_tokens",
    repeatable: false,
    rateLimit: "write",
    permissions: [],
    sensitive: ["secret"],
    defaulted: [],
    pathRules: {  },
    queryRules: {  },
    bodyRule: ruleOf_CreateUserToken,
    response: responseOfCreateUserToken,
  },
  UserTokensService_DeleteUserToken: {
    operationId: "UserTokensService_DeleteUserToken",
    summary: "Delete a user token",
    method: "DELETE",
    path: "/identity/v1/user_tokens/{id}",
    repeatable: true,
    rateLimit: "write",
    permissions: [],
    sensitive: [],
    defaulted: [],
    pathRules: { id: ruleOf_id },
    queryRules: {  },
    bodyRule: null,
    response: responseOfDeleteServiceUserToken,
  },
  UserTokensService_RevokeUserToken: {
    operationId: "UserTokensService_RevokeUserToken",
    summary: "Revoke a user token",
    method: "POST",
    path: "/identity/v1/user_tokens/{id}/revoke",
    repeatable: true,
    rateLimit: "write",
    permissions: [],
    sensitive: [],
    defaulted: [],
    pathRules: { id: ruleOf_id },
    queryRules: {  },
    bodyRule: null,
    response: responseOfRevokeUserToken,
  },
  UsersService_CreateSession: {
    operationId: "UsersService_CreateSession",
    summary: "Log in with the calling credential",
    method: "POST",
    path: "/identity/v1/sessions",
    repeatable: false,
    rateLimit: "write",
    permissions: [],
    sensitive: [],
    defaulted: [],
    pathRules: {  },
    queryRules: {  },
    bodyRule: null,
    response: responseOfCreateSession,
  },
  PermissionsService_ListPermissions: {
    operationId: "PermissionsService_ListPermissions",
    summary: "List permissions",
    method: "GET",
    path: "/permissions/v1/permissions",
    repeatable: true,
    rateLimit: "read",
    permissions: [],
    sensitive: [],
    defaulted: [],
    pathRules: {  },
    queryRules: {  },
    bodyRule: null,
    response: responseOfListPermissions,
  },
  UsersService_WhoAmI: {
    operationId: "UsersService_WhoAmI",
    summary: "Get the owner of the calling credential",
    method: "GET",
    path: "/accounts/user/v1/user:WhoAmI",
    repeatable: true,
    rateLimit: "read",
    permissions: [],
    sensitive: [],
    defaulted: [],
    pathRules: {  },
    queryRules: {  },
    bodyRule: null,
    response: responseOfWhoAmI,
  },
  UsersService_ListUsers: {
    operationId: "UsersService_ListUsers",
    summary: "List users",
    method: "POST",
    path: "/users/v1/users/list",
    repeatable: true,
    rateLimit: "read",
    permissions: ["platform_management.users"],
    sensitive: [],
    defaulted: [],
    pathRules: {  },
    queryRules: {  },
    bodyRule: ruleOf_ListUsers,
    response: responseOfListUsers,
  },
  UsersService_ListScimUsers: {
    operationId: "UsersService_ListScimUsers",
    summary: "List users over SCIM",
    method: "GET",
    path: "/accounts/scim/v2/Users",
    repeatable: true,
    rateLimit: "read",
    permissions: ["platform_management.users","platform_management.groups"],
    sensitive: [],
    defaulted: [],
    pathRules: {  },
    queryRules: { startIndex: ruleOf_startIndex, count: ruleOf_page_size },
    bodyRule: null,
    response: responseOfListScimUsers,
  },
  ActivityLogService_ListActivities: {
    operationId: "ActivityLogService_ListActivities",
    summary: "List activities",
    method: "POST",
    path: "/accounts/history/v1/activity_log/list",
    repeatable: true,
    rateLimit: "read",
    permissions: ["platform_management.organization"],
    sensitive: [],
    defaulted: [],
    pathRules: {  },
    queryRules: {  },
    bodyRule: ruleOf_ListActivities,
    response: responseOfListActivities,
  },
} as const satisfies Record<keyof Contract, Operation>;
