// https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface ServiceUserTokenConfig extends cdktf.TerraformMetaArguments {
  /**
  * `true` gives the token every permission of the catalogue as it is at the time of the plan. Read back, it says whether the token had all of them when its permissions were last set.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#all_permissions ServiceUserToken#all_permissions}
  */
  readonly allPermissions?: boolean | cdktf.IResolvable;
  /**
  * `false` revokes the token, which stops it at once and frees its place among the 20 active ones; `true` again regenerates it, which issues a new secret. A paused token cannot be edited.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#enabled ServiceUserToken#enabled}
  */
  readonly enabled?: boolean | cdktf.IResolvable;
  /**
  * Days without use after which the token expires: 31, 45, 60 or 180.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#inactivity_expiry_days ServiceUserToken#inactivity_expiry_days}
  */
  readonly inactivityExpiryDays?: number;
  /**
  * What the token is for, 1 to 130 characters. Need not be unique.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#name ServiceUserToken#name}
  */
  readonly name: string;
  /**
  * What becomes of the token when it is removed from the configuration: `delete` (revoked, then deleted), `revoke`, or `retain` (left as it is, no longer managed).
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#on_destroy ServiceUserToken#on_destroy}
  */
  readonly onDestroy?: string;
  /**
  * Keys of the permissions that the token has, such as `inspections.view`; the data source `safetyculture_permissions` lists them. Exactly one of `permissions` and `all_permissions` is given.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#permissions ServiceUserToken#permissions}
  */
  readonly permissions?: string[];
  /**
  * How long an operation may take before it is given up.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#timeouts ServiceUserToken#timeouts}
  */
  readonly timeouts?: ServiceUserTokenTimeouts;
}
export interface ServiceUserTokenTimeouts {
  /**
  * How long to create may take, such as `30s` or `5m`. Default: `5m`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#create ServiceUserToken#create}
  */
  readonly create?: string;
  /**
  * How long to delete may take, such as `30s` or `5m`. Default: `5m`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#delete ServiceUserToken#delete}
  */
  readonly delete?: string;
  /**
  * How long to read may take, such as `30s` or `5m`. Default: `2m`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#read ServiceUserToken#read}
  */
  readonly read?: string;
  /**
  * How long to update may take, such as `30s` or `5m`. Default: `5m`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#update ServiceUserToken#update}
  */
  readonly update?: string;
}

export function serviceUserTokenTimeoutsToTerraform(struct?: ServiceUserTokenTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    create: cdktf.stringToTerraform(struct!.create),
    delete: cdktf.stringToTerraform(struct!.delete),
    read: cdktf.stringToTerraform(struct!.read),
    update: cdktf.stringToTerraform(struct!.update),
  }
}


export function serviceUserTokenTimeoutsToHclTerraform(struct?: ServiceUserTokenTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    create: {
      value: cdktf.stringToHclTerraform(struct!.create),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    delete: {
      value: cdktf.stringToHclTerraform(struct!.delete),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    read: {
      value: cdktf.stringToHclTerraform(struct!.read),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    update: {
      value: cdktf.stringToHclTerraform(struct!.update),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ServiceUserTokenTimeoutsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): ServiceUserTokenTimeouts | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._create !== undefined) {
      hasAnyValues = true;
      internalValueResult.create = this._create;
    }
    if (this._delete !== undefined) {
      hasAnyValues = true;
      internalValueResult.delete = this._delete;
    }
    if (this._read !== undefined) {
      hasAnyValues = true;
      internalValueResult.read = this._read;
    }
    if (this._update !== undefined) {
      hasAnyValues = true;
      internalValueResult.update = this._update;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ServiceUserTokenTimeouts | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._create = undefined;
      this._delete = undefined;
      this._read = undefined;
      this._update = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._create = value.create;
      this._delete = value.delete;
      this._read = value.read;
      this._update = value.update;
    }
  }

  // create - computed: false, optional: true, required: false
  private _create?: string; 
  public get create() {
    return this.getStringAttribute('create');
  }
  public set create(value: string) {
    this._create = value;
  }
  public resetCreate() {
    this._create = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get createInput() {
    return this._create;
  }

  // delete - computed: false, optional: true, required: false
  private _delete?: string; 
  public get delete() {
    return this.getStringAttribute('delete');
  }
  public set delete(value: string) {
    this._delete = value;
  }
  public resetDelete() {
    this._delete = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get deleteInput() {
    return this._delete;
  }

  // read - computed: false, optional: true, required: false
  private _read?: string; 
  public get read() {
    return this.getStringAttribute('read');
  }
  public set read(value: string) {
    this._read = value;
  }
  public resetRead() {
    this._read = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get readInput() {
    return this._read;
  }

  // update - computed: false, optional: true, required: false
  private _update?: string; 
  public get update() {
    return this.getStringAttribute('update');
  }
  public set update(value: string) {
    this._update = value;
  }
  public resetUpdate() {
    this._update = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get updateInput() {
    return this._update;
  }
}

/**
* Represents a {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token safetyculture_service_user_token}
*/
export class ServiceUserToken extends cdktf.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "safetyculture_service_user_token";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a ServiceUserToken resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the ServiceUserToken to import
  * @param importFromId The id of the existing ServiceUserToken that should be imported. Refer to the {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the ServiceUserToken to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "safetyculture_service_user_token", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token safetyculture_service_user_token} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options ServiceUserTokenConfig
  */
  public constructor(scope: Construct, id: string, config: ServiceUserTokenConfig) {
    super(scope, id, {
      terraformResourceType: 'safetyculture_service_user_token',
      terraformGeneratorMetadata: {
        providerName: 'safetyculture',
        providerVersionConstraint: '~> 0.1'
      },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach
    });
    this._allPermissions = config.allPermissions;
    this._enabled = config.enabled;
    this._inactivityExpiryDays = config.inactivityExpiryDays;
    this._name = config.name;
    this._onDestroy = config.onDestroy;
    this._permissions = config.permissions;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // all_permissions - computed: true, optional: true, required: false
  private _allPermissions?: boolean | cdktf.IResolvable; 
  public get allPermissions() {
    return this.getBooleanAttribute('all_permissions');
  }
  public set allPermissions(value: boolean | cdktf.IResolvable) {
    this._allPermissions = value;
  }
  public resetAllPermissions() {
    this._allPermissions = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get allPermissionsInput() {
    return this._allPermissions;
  }

  // created_at - computed: true, optional: false, required: false
  public get createdAt() {
    return this.getStringAttribute('created_at');
  }

  // enabled - computed: true, optional: true, required: false
  private _enabled?: boolean | cdktf.IResolvable; 
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  public set enabled(value: boolean | cdktf.IResolvable) {
    this._enabled = value;
  }
  public resetEnabled() {
    this._enabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enabledInput() {
    return this._enabled;
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // inactivity_expiry_days - computed: true, optional: true, required: false
  private _inactivityExpiryDays?: number; 
  public get inactivityExpiryDays() {
    return this.getNumberAttribute('inactivity_expiry_days');
  }
  public set inactivityExpiryDays(value: number) {
    this._inactivityExpiryDays = value;
  }
  public resetInactivityExpiryDays() {
    this._inactivityExpiryDays = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get inactivityExpiryDaysInput() {
    return this._inactivityExpiryDays;
  }

  // name - computed: false, optional: false, required: true
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // on_destroy - computed: true, optional: true, required: false
  private _onDestroy?: string; 
  public get onDestroy() {
    return this.getStringAttribute('on_destroy');
  }
  public set onDestroy(value: string) {
    this._onDestroy = value;
  }
  public resetOnDestroy() {
    this._onDestroy = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get onDestroyInput() {
    return this._onDestroy;
  }

  // organization_id - computed: true, optional: false, required: false
  public get organizationId() {
    return this.getStringAttribute('organization_id');
  }

  // permissions - computed: true, optional: true, required: false
  private _permissions?: string[]; 
  public get permissions() {
    return cdktf.Fn.tolist(this.getListAttribute('permissions'));
  }
  public set permissions(value: string[]) {
    this._permissions = value;
  }
  public resetPermissions() {
    this._permissions = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get permissionsInput() {
    return this._permissions;
  }

  // secret - computed: true, optional: false, required: false
  public get secret() {
    return this.getStringAttribute('secret');
  }

  // secret_fingerprint - computed: true, optional: false, required: false
  public get secretFingerprint() {
    return this.getStringAttribute('secret_fingerprint');
  }

  // secret_issued_at - computed: true, optional: false, required: false
  public get secretIssuedAt() {
    return this.getStringAttribute('secret_issued_at');
  }

  // secret_version - computed: true, optional: false, required: false
  public get secretVersion() {
    return this.getNumberAttribute('secret_version');
  }

  // service_user_id - computed: true, optional: false, required: false
  public get serviceUserId() {
    return this.getStringAttribute('service_user_id');
  }

  // status - computed: true, optional: false, required: false
  public get status() {
    return this.getStringAttribute('status');
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new ServiceUserTokenTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: ServiceUserTokenTimeouts) {
    this._timeouts.internalValue = value;
  }
  public resetTimeouts() {
    this._timeouts.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get timeoutsInput() {
    return this._timeouts.internalValue;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      all_permissions: cdktf.booleanToTerraform(this._allPermissions),
      enabled: cdktf.booleanToTerraform(this._enabled),
      inactivity_expiry_days: cdktf.numberToTerraform(this._inactivityExpiryDays),
      name: cdktf.stringToTerraform(this._name),
      on_destroy: cdktf.stringToTerraform(this._onDestroy),
      permissions: cdktf.listMapper(cdktf.stringToTerraform, false)(this._permissions),
      timeouts: serviceUserTokenTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      all_permissions: {
        value: cdktf.booleanToHclTerraform(this._allPermissions),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      enabled: {
        value: cdktf.booleanToHclTerraform(this._enabled),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      inactivity_expiry_days: {
        value: cdktf.numberToHclTerraform(this._inactivityExpiryDays),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      name: {
        value: cdktf.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      on_destroy: {
        value: cdktf.stringToHclTerraform(this._onDestroy),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      permissions: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._permissions),
        isBlock: false,
        type: "set",
        storageClassType: "stringList",
      },
      timeouts: {
        value: serviceUserTokenTimeoutsToHclTerraform(this._timeouts.internalValue),
        isBlock: true,
        type: "struct",
        storageClassType: "ServiceUserTokenTimeouts",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
