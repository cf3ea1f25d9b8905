// Generated from sdk/openapi.yaml by `npm run generate`. Do not edit.
import type { OperationDescriptor, OperationId, Permission, Rule, Schema } from "../types.js";

export const operations: readonly OperationDescriptor<OperationId>[] = [
  {
    "id": "ServiceUserTokensService_ListServiceUserTokens",
    "method": "GET",
    "path": "/identity/v1/service_user_tokens",
    "permissions": [
      "platform_management.organization"
    ],
    "rateLimit": "read",
    "integersInQuery": [
      "page_size"
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
            "page_size": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100,
              "default": 20
            },
            "page_token": {
              "type": "string"
            },
            "status": {
              "$ref": "api#/$defs/ServiceUserTokenStatus"
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
      "$ref": "api#/$defs/ListServiceUserTokensResponse"
    }
  },
  {
    "id": "ServiceUserTokensService_CreateServiceUserToken",
    "method": "POST",
    "path": "/identity/v1/service_user_tokens",
    "permissions": [
      "platform_management.organization"
    ],
    "rateLimit": "write",
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
          "$ref": "api#/$defs/CreateServiceUserTokenRequest"
        }
      },
      "required": [
        "path",
        "query",
        "body"
      ]
    },
    "answer": {
      "$ref": "api#/$defs/ServiceUserTokenWithSecret"
    }
  },
  {
    "id": "ServiceUserTokensService_GetServiceUserToken",
    "method": "GET",
    "path": "/identity/v1/service_user_tokens/{id}",
    "permissions": [
      "platform_management.organization"
    ],
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
              "type": "string",
              "format": "uuid"
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
      "$ref": "api#/$defs/ServiceUserTokenResponse"
    }
  },
  {
    "id": "ServiceUserTokensService_UpdateServiceUserToken",
    "method": "PATCH",
    "path": "/identity/v1/service_user_tokens/{id}",
    "permissions": [
      "platform_management.organization"
    ],
    "rateLimit": "write",
    "integersInQuery": [],
    "takesBody": true,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid"
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
        },
        "body": {
          "$ref": "api#/$defs/UpdateServiceUserTokenRequest"
        }
      },
      "required": [
        "path",
        "query",
        "body"
      ]
    },
    "answer": {
      "$ref": "api#/$defs/ServiceUserTokenResponse"
    }
  },
  {
    "id": "ServiceUserTokensService_DeleteServiceUserToken",
    "method": "DELETE",
    "path": "/identity/v1/service_user_tokens/{id}",
    "permissions": [
      "platform_management.organization"
    ],
    "rateLimit": "write",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid"
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
      "$ref": "api#/$defs/Empty"
    }
  },
  {
    "id": "ServiceUserTokensService_RevokeServiceUserToken",
    "method": "POST",
    "path": "/identity/v1/service_user_tokens/{id}/revoke",
    "permissions": [
      "platform_management.organization"
    ],
    "rateLimit": "write",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid"
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
      "$ref": "api#/$defs/ServiceUserTokenResponse"
    }
  },
  {
    "id": "ServiceUserTokensService_RegenerateServiceUserToken",
    "method": "POST",
    "path": "/identity/v1/service_user_tokens/{id}/regenerate",
    "permissions": [
      "platform_management.organization"
    ],
    "rateLimit": "write",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid"
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
      "$ref": "api#/$defs/ServiceUserTokenWithSecret"
    }
  },
  {
    "id": "UserTokensService_ListUserTokens",
    "method": "GET",
    "path": "/identity/v1/user_tokens",
    "permissions": [],
    "rateLimit": "read",
    "integersInQuery": [
      "page_size"
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
            "page_size": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100,
              "default": 20
            },
            "page_token": {
              "type": "string"
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
      "$ref": "api#/$defs/ListUserTokensResponse"
    }
  },
  {
    "id": "UserTokensService_CreateUserToken",
    "method": "POST",
    "path": "/identity/v1/user_tokens",
    "permissions": [],
    "rateLimit": "write",
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
          "$ref": "api#/$defs/CreateUserTokenRequest"
        }
      },
      "required": [
        "path",
        "query",
        "body"
      ]
    },
    "answer": {
      "$ref": "api#/$defs/UserTokenWithSecret"
    }
  },
  {
    "id": "UserTokensService_DeleteUserToken",
    "method": "DELETE",
    "path": "/identity/v1/user_tokens/{id}",
    "permissions": [],
    "rateLimit": "write",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid"
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
      "$ref": "api#/$defs/Empty"
    }
  },
  {
    "id": "UserTokensService_RevokeUserToken",
    "method": "POST",
    "path": "/identity/v1/user_tokens/{id}/revoke",
    "permissions": [],
    "rateLimit": "write",
    "integersInQuery": [],
    "takesBody": false,
    "request": {
      "type": "object",
      "properties": {
        "path": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "format": "uuid"
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
      "$ref": "api#/$defs/UserTokenResponse"
    }
  },
  {
    "id": "UsersService_CreateSession",
    "method": "POST",
    "path": "/identity/v1/sessions",
    "permissions": [],
    "rateLimit": "write",
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
      "$ref": "api#/$defs/CreateSessionResponse"
    }
  },
  {
    "id": "PermissionsService_ListPermissions",
    "method": "GET",
    "path": "/permissions/v1/permissions",
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
      "$ref": "api#/$defs/ListPermissionsResponse"
    }
  },
  {
    "id": "UsersService_WhoAmI",
    "method": "GET",
    "path": "/accounts/user/v1/user:WhoAmI",
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
      "$ref": "api#/$defs/WhoAmIResponse"
    }
  },
  {
    "id": "UsersService_ListUsers",
    "method": "POST",
    "path": "/users/v1/users/list",
    "permissions": [
      "platform_management.users"
    ],
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
          "$ref": "api#/$defs/ListUsersRequest"
        }
      },
      "required": [
        "path",
        "query",
        "body"
      ]
    },
    "answer": {
      "$ref": "api#/$defs/ListUsersResponse"
    }
  },
  {
    "id": "UsersService_ListScimUsers",
    "method": "GET",
    "path": "/accounts/scim/v2/Users",
    "permissions": [
      "platform_management.users",
      "platform_management.groups"
    ],
    "rateLimit": "read",
    "integersInQuery": [
      "startIndex",
      "count"
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
            "startIndex": {
              "type": "integer",
              "minimum": 1,
              "default": 1
            },
            "count": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100,
              "default": 20
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
      "$ref": "api#/$defs/ScimListResponse"
    }
  },
  {
    "id": "ActivityLogService_ListActivities",
    "method": "POST",
    "path": "/accounts/history/v1/activity_log/list",
    "permissions": [
      "platform_management.organization"
    ],
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
          "$ref": "api#/$defs/ListActivitiesRequest"
        }
      },
      "required": [
        "path",
        "query",
        "body"
      ]
    },
    "answer": {
      "$ref": "api#/$defs/ListActivitiesResponse"
    }
  }
];

export const schemas: Schema = {
  "$id": "api",
  "$defs": {
    "Empty": {
      "type": "object"
    },
    "ServiceUserTokenStatus": {
      "type": "string",
      "enum": [
        "SERVICE_USER_TOKEN_STATUS_ACTIVE",
        "SERVICE_USER_TOKEN_STATUS_REVOKED",
        "SERVICE_USER_TOKEN_STATUS_EXPIRED"
      ]
    },
    "ServiceUserToken": {
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
          "type": "string",
          "format": "uuid"
        },
        "service_user_id": {
          "type": "string",
          "pattern": "^user_[0-9a-f]{32}$"
        },
        "organisation_id": {
          "type": "string",
          "pattern": "^role_[0-9a-f]{32}$"
        },
        "name": {
          "type": "string",
          "minLength": 1,
          "maxLength": 130,
          "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"
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
          "type": "array",
          "items": {
            "type": "string"
          },
          "minItems": 1,
          "uniqueItems": true
        },
        "status": {
          "$ref": "api#/$defs/ServiceUserTokenStatus"
        },
        "created_at": {
          "type": "string",
          "format": "date-time"
        },
        "updated_at": {
          "type": "string",
          "format": "date-time"
        },
        "secret_issued_at": {
          "type": "string",
          "format": "date-time"
        },
        "last_used_at": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "revoked_at": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "expires_at": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        }
      },
      "additionalProperties": false
    },
    "ServiceUserTokenResponse": {
      "type": "object",
      "required": [
        "service_user_token"
      ],
      "properties": {
        "service_user_token": {
          "$ref": "api#/$defs/ServiceUserToken"
        }
      },
      "additionalProperties": false
    },
    "ServiceUserTokenWithSecret": {
      "type": "object",
      "required": [
        "service_user_token",
        "secret"
      ],
      "properties": {
        "service_user_token": {
          "$ref": "api#/$defs/ServiceUserToken"
        },
        "secret": {
          "type": "string",
          "pattern": "^scapi_[A-Za-z0-9_-]{48}$"
        }
      },
      "additionalProperties": false
    },
    "ListServiceUserTokensResponse": {
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
            "$ref": "api#/$defs/ServiceUserToken"
          }
        },
        "next_page_token": {
          "type": "string"
        },
        "active_count": {
          "type": "integer",
          "minimum": 0
        },
        "active_limit": {
          "type": "integer",
          "minimum": 0
        }
      },
      "additionalProperties": false
    },
    "CreateServiceUserTokenRequest": {
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
          "enum": [
            31,
            45,
            60,
            180
          ],
          "default": 45
        },
        "permissions": {
          "type": "array",
          "items": {
            "type": "string"
          },
          "minItems": 1,
          "uniqueItems": true
        }
      },
      "additionalProperties": false
    },
    "UpdateServiceUserTokenRequest": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string",
          "minLength": 1,
          "maxLength": 130,
          "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"
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
          "type": "array",
          "items": {
            "type": "string"
          },
          "minItems": 1,
          "uniqueItems": true
        }
      },
      "minProperties": 1,
      "additionalProperties": false
    },
    "UserToken": {
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
          "type": "string",
          "format": "uuid"
        },
        "user_id": {
          "type": "string",
          "pattern": "^user_[0-9a-f]{32}$"
        },
        "organisation_id": {
          "type": "string",
          "pattern": "^role_[0-9a-f]{32}$"
        },
        "name": {
          "type": "string",
          "minLength": 1,
          "maxLength": 130,
          "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"
        },
        "status": {
          "type": "string",
          "enum": [
            "USER_TOKEN_STATUS_ACTIVE",
            "USER_TOKEN_STATUS_REVOKED",
            "USER_TOKEN_STATUS_EXPIRED"
          ]
        },
        "created_at": {
          "type": "string",
          "format": "date-time"
        },
        "last_used_at": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "revoked_at": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "expires_at": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        }
      },
      "additionalProperties": false
    },
    "UserTokenResponse": {
      "type": "object",
      "required": [
        "user_token"
      ],
      "properties": {
        "user_token": {
          "$ref": "api#/$defs/UserToken"
        }
      },
      "additionalProperties": false
    },
    "UserTokenWithSecret": {
      "type": "object",
      "required": [
        "user_token",
        "secret"
      ],
      "properties": {
        "user_token": {
          "$ref": "api#/$defs/UserToken"
        },
        "secret": {
          "type": "string",
          "pattern": "^scapi_[A-Za-z0-9_-]{48}$"
        }
      },
      "additionalProperties": false
    },
    "ListUserTokensResponse": {
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
            "$ref": "api#/$defs/UserToken"
          }
        },
        "next_page_token": {
          "type": "string"
        },
        "active_count": {
          "type": "integer",
          "minimum": 0
        },
        "active_limit": {
          "type": "integer",
          "minimum": 0
        }
      },
      "additionalProperties": false
    },
    "CreateUserTokenRequest": {
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
      },
      "additionalProperties": false
    },
    "Permission": {
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
      },
      "additionalProperties": false
    },
    "ListPermissionsResponse": {
      "type": "object",
      "required": [
        "permissions"
      ],
      "properties": {
        "permissions": {
          "type": "array",
          "items": {
            "$ref": "api#/$defs/Permission"
          }
        }
      },
      "additionalProperties": false
    },
    "WhoAmIResponse": {
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
          "type": "string",
          "pattern": "^user_[0-9a-f]{32}$"
        },
        "organisation_id": {
          "type": "string",
          "pattern": "^role_[0-9a-f]{32}$"
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
        "counts_toward_seats": {
          "type": "boolean"
        }
      },
      "additionalProperties": false
    },
    "User": {
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
          "type": "string",
          "pattern": "^user_[0-9a-f]{32}$"
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
          "type": "string",
          "enum": [
            "USER_ACTIVE_STATUS_ACTIVE",
            "USER_ACTIVE_STATUS_DEACTIVATED"
          ]
        }
      },
      "additionalProperties": false
    },
    "ListUsersRequest": {
      "type": "object",
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
      },
      "additionalProperties": false
    },
    "ListUsersResponse": {
      "type": "object",
      "required": [
        "users",
        "next_page_token"
      ],
      "properties": {
        "users": {
          "type": "array",
          "items": {
            "$ref": "api#/$defs/User"
          }
        },
        "next_page_token": {
          "type": "string"
        }
      },
      "additionalProperties": false
    },
    "Activity": {
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
          "type": "string",
          "format": "date-time"
        },
        "user_id": {
          "type": "string",
          "pattern": "^user_[0-9a-f]{32}$"
        },
        "user_name": {
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
    },
    "ListActivitiesRequest": {
      "type": "object",
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
          "additionalProperties": false,
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
              "additionalProperties": false,
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
      },
      "additionalProperties": false
    },
    "ListActivitiesResponse": {
      "type": "object",
      "required": [
        "activities",
        "next_page_token"
      ],
      "properties": {
        "activities": {
          "type": "array",
          "items": {
            "$ref": "api#/$defs/Activity"
          }
        },
        "next_page_token": {
          "type": "string"
        }
      },
      "additionalProperties": false
    },
    "ErrorDetail": {
      "type": "object",
      "required": [
        "@type"
      ],
      "properties": {
        "@type": {
          "type": "string"
        },
        "reason": {
          "$ref": "api#/$defs/ErrorReason"
        },
        "domain": {
          "type": "string"
        },
        "metadata": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "field_violations": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "field",
              "description"
            ],
            "properties": {
              "field": {
                "type": "string"
              },
              "description": {
                "type": "string"
              }
            },
            "additionalProperties": false
          }
        }
      },
      "additionalProperties": false
    },
    "Error": {
      "type": "object",
      "required": [
        "code",
        "message",
        "details"
      ],
      "properties": {
        "code": {
          "type": "integer"
        },
        "message": {
          "type": "string"
        },
        "details": {
          "type": "array",
          "items": {
            "$ref": "api#/$defs/ErrorDetail"
          }
        }
      },
      "additionalProperties": false
    },
    "CreateSessionResponse": {
      "type": "object",
      "required": [
        "user_id",
        "expires_at"
      ],
      "properties": {
        "user_id": {
          "type": "string",
          "pattern": "^user_[0-9a-f]{32}$"
        },
        "expires_at": {
          "type": "string",
          "format": "date-time"
        }
      },
      "additionalProperties": false
    },
    "ScimUser": {
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
          "type": "string",
          "pattern": "^user_[0-9a-f]{32}$"
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
          },
          "additionalProperties": false
        }
      },
      "additionalProperties": false
    },
    "ScimListResponse": {
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
            "$ref": "api#/$defs/ScimUser"
          }
        }
      },
      "additionalProperties": false
    },
    "ErrorReason": {
      "type": "string",
      "enum": [
        "INVALID_REQUEST",
        "UNKNOWN_PERMISSION",
        "ACTIVE_TOKEN_LIMIT_REACHED",
        "NAME_ALREADY_EXISTS",
        "TOKEN_NOT_ACTIVE",
        "TOKEN_NOT_REVOKED",
        "TOKEN_NOT_FOUND",
        "ROUTE_NOT_FOUND",
        "UNAUTHENTICATED",
        "PERMISSION_DENIED",
        "LOGIN_NOT_ALLOWED",
        "SERVICE_USER_NOT_ALLOWED",
        "RATE_LIMITED",
        "UNAVAILABLE",
        "INTERNAL"
      ]
    }
  }
};

export const permissionCatalogue: readonly Permission[] = [
  {
    "key": "actions.manage",
    "name": "Actions: Manage",
    "section": "Actions"
  },
  {
    "key": "actions.view",
    "name": "Actions: View",
    "section": "Actions"
  },
  {
    "key": "assets.manage",
    "name": "Assets: Manage",
    "section": "Assets"
  },
  {
    "key": "assets.view",
    "name": "Assets: View",
    "section": "Assets"
  },
  {
    "key": "companies.manage",
    "name": "Companies: Manage",
    "section": "Companies"
  },
  {
    "key": "documents.manage",
    "name": "Documents: Manage",
    "section": "Documents"
  },
  {
    "key": "documents.view",
    "name": "Documents: View",
    "section": "Documents"
  },
  {
    "key": "heads_up.manage",
    "name": "Heads Up: Manage",
    "section": "Heads Up"
  },
  {
    "key": "inspections.conduct",
    "name": "Inspections: Conduct",
    "section": "Inspections"
  },
  {
    "key": "inspections.export",
    "name": "Inspections: Export",
    "section": "Inspections"
  },
  {
    "key": "inspections.view",
    "name": "Inspections: View",
    "section": "Inspections"
  },
  {
    "key": "integrations.manage",
    "name": "Integrations: Manage",
    "section": "Integrations"
  },
  {
    "key": "issues.manage",
    "name": "Issues: Manage",
    "section": "Issues"
  },
  {
    "key": "issues.view",
    "name": "Issues: View",
    "section": "Issues"
  },
  {
    "key": "override.manage_all_data",
    "name": "Override permissions: Manage all data",
    "section": "Override permissions"
  },
  {
    "key": "override.view_all_data",
    "name": "Override permissions: View all data",
    "section": "Override permissions"
  },
  {
    "key": "platform_management.billing",
    "name": "Platform management: Billing",
    "section": "Platform management"
  },
  {
    "key": "platform_management.groups",
    "name": "Platform management: Groups",
    "section": "Platform management"
  },
  {
    "key": "platform_management.organization",
    "name": "Platform management: Organization",
    "section": "Platform management"
  },
  {
    "key": "platform_management.permissions",
    "name": "Platform management: Permissions",
    "section": "Platform management"
  },
  {
    "key": "platform_management.sites",
    "name": "Platform management: Sites",
    "section": "Platform management"
  },
  {
    "key": "platform_management.users",
    "name": "Platform management: Users",
    "section": "Platform management"
  },
  {
    "key": "schedules.manage",
    "name": "Schedules: Manage",
    "section": "Schedules"
  },
  {
    "key": "schedules.view",
    "name": "Schedules: View",
    "section": "Schedules"
  },
  {
    "key": "sensors.manage",
    "name": "Sensors: Manage",
    "section": "Sensors"
  },
  {
    "key": "templates.manage",
    "name": "Templates: Manage",
    "section": "Templates"
  },
  {
    "key": "templates.view",
    "name": "Templates: View",
    "section": "Templates"
  },
  {
    "key": "training.create_courses",
    "name": "Training: Create courses (restricted)",
    "section": "Training"
  },
  {
    "key": "training.manage_teams",
    "name": "Training: Manage teams",
    "section": "Training"
  }
];

export const rules = [
  {
    "id": "expiry-by-inactivity",
    "rule": "A token expires when it has not been used for its number of days; each authenticated call restarts the time.",
    "provenance": "documented",
    "operations": [
      "ServiceUserTokensService_CreateServiceUserToken"
    ]
  },
  {
    "id": "expiry-options",
    "rule": "The days are 31, 45, 60 or 180; 45 unless given.",
    "provenance": "documented",
    "operations": [
      "ServiceUserTokensService_CreateServiceUserToken",
      "ServiceUserTokensService_UpdateServiceUserToken"
    ]
  },
  {
    "id": "all-permissions-by-default",
    "rule": "A token made without permissions has all of them.",
    "provenance": "documented",
    "operations": [
      "ServiceUserTokensService_CreateServiceUserToken"
    ]
  },
  {
    "id": "secret-shown-once",
    "rule": "The secret is in the answer to create and regenerate, and nowhere else.",
    "provenance": "documented",
    "operations": [
      "ServiceUserTokensService_CreateServiceUserToken",
      "ServiceUserTokensService_RegenerateServiceUserToken"
    ]
  },
  {
    "id": "active-limit",
    "rule": "An organization has at most 20 active service user tokens.",
    "provenance": "documented",
    "operations": [
      "ServiceUserTokensService_CreateServiceUserToken",
      "ServiceUserTokensService_RegenerateServiceUserToken"
    ]
  },
  {
    "id": "edit-active-only",
    "rule": "Only an active token can be edited.",
    "provenance": "documented",
    "operations": [
      "ServiceUserTokensService_UpdateServiceUserToken"
    ]
  },
  {
    "id": "revoke-at-once",
    "rule": "A revoked token stops working at once, and can be regenerated later.",
    "provenance": "documented",
    "operations": [
      "ServiceUserTokensService_RevokeServiceUserToken"
    ]
  },
  {
    "id": "regenerate-revoked-only",
    "rule": "Only a revoked token can be regenerated; it keeps its id, name and permissions and has a new secret.",
    "provenance": "documented",
    "operations": [
      "ServiceUserTokensService_RegenerateServiceUserToken"
    ]
  },
  {
    "id": "delete-revoked-only",
    "rule": "Only a revoked token can be deleted, and nothing brings it back.",
    "provenance": "documented",
    "operations": [
      "ServiceUserTokensService_DeleteServiceUserToken"
    ]
  },
  {
    "id": "user-token-limit",
    "rule": "A person has at most 10 active user tokens.",
    "provenance": "documented",
    "operations": [
      "UserTokensService_CreateUserToken"
    ]
  },
  {
    "id": "one-organization",
    "rule": "A token belongs to one organization and sees no other.",
    "provenance": "documented",
    "operations": [
      "UsersService_WhoAmI"
    ]
  },
  {
    "id": "user-token-dies-with-user",
    "rule": "The tokens of a person stop working when the person is deactivated; service user tokens are not touched.",
    "provenance": "documented",
    "operations": [
      "UsersService_WhoAmI"
    ]
  },
  {
    "id": "scim-needs-two",
    "rule": "SCIM needs both platform management permissions, Users and Groups.",
    "provenance": "documented",
    "operations": [
      "UsersService_ListScimUsers"
    ]
  },
  {
    "id": "no-login",
    "rule": "A service user cannot log in.",
    "provenance": "documented",
    "operations": [
      "UsersService_CreateSession"
    ]
  },
  {
    "id": "not-in-user-list",
    "rule": "A service user is not in the list of users and takes no seat.",
    "provenance": "documented",
    "operations": [
      "UsersService_ListUsers"
    ]
  },
  {
    "id": "activity-under-own-name",
    "rule": "The activity log shows the service user's own name.",
    "provenance": "documented",
    "operations": [
      "ActivityLogService_ListActivities"
    ]
  },
  {
    "id": "rate-limit",
    "rule": "A caller has 800 calls in 60 seconds; then 429 with x-ratelimit headers.",
    "provenance": "documented",
    "operations": [
      "ServiceUserTokensService_ListServiceUserTokens"
    ]
  },
  {
    "id": "ids",
    "rule": "Tokens have UUIDs, users `user_` and organizations `role_` ids.",
    "provenance": "convention",
    "operations": [
      "ServiceUserTokensService_GetServiceUserToken"
    ]
  },
  {
    "id": "always-200",
    "rule": "Success is 200, with `{}` where there is nothing to tell.",
    "provenance": "convention",
    "operations": [
      "ServiceUserTokensService_DeleteServiceUserToken"
    ]
  },
  {
    "id": "errors",
    "rule": "An error has a gRPC code, a message and details over the usual HTTP status; limits and wrong states are 400 with code 9.",
    "provenance": "convention",
    "operations": [
      "ServiceUserTokensService_CreateServiceUserToken"
    ]
  },
  {
    "id": "name-length",
    "rule": "A name has 1 to 130 characters and no control characters.",
    "provenance": "convention",
    "operations": [
      "ServiceUserTokensService_CreateServiceUserToken",
      "ServiceUserTokensService_UpdateServiceUserToken"
    ]
  },
  {
    "id": "user-token-expiry",
    "rule": "A user token expires after 30 days without use.",
    "provenance": "convention",
    "operations": [
      "UserTokensService_CreateUserToken"
    ]
  },
  {
    "id": "write-rate-limit",
    "rule": "Of a caller's calls, 200 in 60 seconds may be writes.",
    "provenance": "assumed",
    "operations": [
      "ServiceUserTokensService_CreateServiceUserToken"
    ]
  },
  {
    "id": "names-not-unique",
    "rule": "Two tokens may have the same name.",
    "provenance": "assumed",
    "operations": [
      "ServiceUserTokensService_CreateServiceUserToken"
    ],
    "switch": "uniqueNames"
  },
  {
    "id": "expired-is-revoked-first",
    "rule": "An expired token is revoked before it is regenerated.",
    "provenance": "assumed",
    "operations": [
      "ServiceUserTokensService_RegenerateServiceUserToken"
    ],
    "switch": "regenerateExpired"
  },
  {
    "id": "only-active-count",
    "rule": "Expired and revoked tokens do not count against the limit.",
    "provenance": "assumed",
    "operations": [
      "ServiceUserTokensService_CreateServiceUserToken"
    ],
    "switch": "revokedCount"
  },
  {
    "id": "managed-by-organization-permission",
    "rule": "Managing service user tokens needs the permission Platform management: Organization.",
    "provenance": "assumed",
    "operations": [
      "ServiceUserTokensService_ListServiceUserTokens"
    ]
  },
  {
    "id": "issue-restarts-idle-time",
    "rule": "The issue of a secret counts as activity; an edit does not.",
    "provenance": "assumed",
    "operations": [
      "ServiceUserTokensService_UpdateServiceUserToken"
    ]
  },
  {
    "id": "permission-catalogue",
    "rule": "Permissions have stable keys, of which the catalogue is the list.",
    "provenance": "assumed",
    "operations": [
      "PermissionsService_ListPermissions"
    ]
  }
] as const satisfies readonly Rule[];
