// https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface ServiceUserTokenConfig extends cdktf.TerraformMetaArguments {
  /**
  * What a create does when the organization has a token of this name already: `never` (make another one), `unused` (take it over if its secret was never used) or `any` (take it over; whoever uses it loses access). A token that is taken over gets a new secret, and whatever else is configured.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#adopt ServiceUserToken#adopt}
  */
  readonly adopt?: string;
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
  * Key of one of the provider's `organizations`; without it, the organization of the provider block. A change makes a new token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#organization ServiceUserToken#organization}
  */
  readonly organization?: string;
  /**
  * Keys of the permissions that the token has, such as `inspections.view`; the data source `safetyculture_permissions` lists them. Exactly one of `permissions` and `all_permissions` is given.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#permissions ServiceUserToken#permissions}
  */
  readonly permissions?: string[];
  /**
  * When and how the token gets a new secret. A rotation is an update, never a replacement of the resource. The environment variable `SAFETYCULTURE_ROTATE="NAME@TIME,…"` rotates now what was issued before a time.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#rotation ServiceUserToken#rotation}
  */
  readonly rotation?: ServiceUserTokenRotation;
  /**
  * With `secret_storage = "sealed"`, public keys by a name of your choice: each a JWK as JSON, of type EC (P-256, P-384, P-521), OKP (X25519) or RSA.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#sealed_to ServiceUserToken#sealed_to}
  */
  readonly sealedTo?: { [key: string]: string };
  /**
  * Where the secret is stored: `state` (in `secret`), `sealed` (encrypted to the keys of `sealed_to`, in `sealed_secrets`) or `none` (nowhere: the ephemeral resource `safetyculture_issued_secret` hands it over in the run that issues it).
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#secret_storage ServiceUserToken#secret_storage}
  */
  readonly secretStorage?: string;
  /**
  * How long an operation may take: every request, wait and repetition in it, and finding out what became of a request whose response was lost. A create or regenerate that is on its way is waited for all the same, for at most `request_timeout_seconds`, because its secret would be lost otherwise.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#timeouts ServiceUserToken#timeouts}
  */
  readonly timeouts?: ServiceUserTokenTimeouts;
}
export interface ServiceUserTokenPrevious {
}

export function serviceUserTokenPreviousToTerraform(struct?: ServiceUserTokenPrevious): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function serviceUserTokenPreviousToHclTerraform(struct?: ServiceUserTokenPrevious): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class ServiceUserTokenPreviousOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): ServiceUserTokenPrevious | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ServiceUserTokenPrevious | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
  }

  // retire_after - computed: true, optional: false, required: false
  public get retireAfter() {
    return this.getStringAttribute('retire_after');
  }

  // rotated_at - computed: true, optional: false, required: false
  public get rotatedAt() {
    return this.getStringAttribute('rotated_at');
  }

  // secret_fingerprint - computed: true, optional: false, required: false
  public get secretFingerprint() {
    return this.getStringAttribute('secret_fingerprint');
  }
}
export interface ServiceUserTokenRotation {
  /**
  * Rotates when the secret is this many days old, at the first apply from then on. Whether it is due is decided when Terraform refreshes the token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#after_days ServiceUserToken#after_days}
  */
  readonly afterDays?: number;
  /**
  * With `overlap`, for how long the outgoing token goes on working after a rotation. It is retired at the first apply after that. A later change counts from the time of the rotation: 0 retires it at the next apply.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#grace_hours ServiceUserToken#grace_hours}
  */
  readonly graceHours?: number;
  /**
  * Values of your choice. A change of them rotates; setting them for the first time, or removing them, does not.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#keepers ServiceUserToken#keepers}
  */
  readonly keepers?: { [key: string]: string };
  /**
  * `in_place`: the token is revoked and regenerated, so the old secret stops at once. `overlap`: a second token takes its place, and the outgoing one works until `grace_hours` have passed.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#strategy ServiceUserToken#strategy}
  */
  readonly strategy?: string;
  /**
  * With `overlap`, what to do when the organization has no room for another active token: fail with `error`, or rotate `in_place`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/resources/service_user_token#when_full ServiceUserToken#when_full}
  */
  readonly whenFull?: string;
}

export function serviceUserTokenRotationToTerraform(struct?: ServiceUserTokenRotation | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    after_days: cdktf.numberToTerraform(struct!.afterDays),
    grace_hours: cdktf.numberToTerraform(struct!.graceHours),
    keepers: cdktf.hashMapper(cdktf.stringToTerraform)(struct!.keepers),
    strategy: cdktf.stringToTerraform(struct!.strategy),
    when_full: cdktf.stringToTerraform(struct!.whenFull),
  }
}


export function serviceUserTokenRotationToHclTerraform(struct?: ServiceUserTokenRotation | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    after_days: {
      value: cdktf.numberToHclTerraform(struct!.afterDays),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    grace_hours: {
      value: cdktf.numberToHclTerraform(struct!.graceHours),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    keepers: {
      value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct!.keepers),
      isBlock: false,
      type: "map",
      storageClassType: "stringMap",
    },
    strategy: {
      value: cdktf.stringToHclTerraform(struct!.strategy),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    when_full: {
      value: cdktf.stringToHclTerraform(struct!.whenFull),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ServiceUserTokenRotationOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): ServiceUserTokenRotation | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._afterDays !== undefined) {
      hasAnyValues = true;
      internalValueResult.afterDays = this._afterDays;
    }
    if (this._graceHours !== undefined) {
      hasAnyValues = true;
      internalValueResult.graceHours = this._graceHours;
    }
    if (this._keepers !== undefined) {
      hasAnyValues = true;
      internalValueResult.keepers = this._keepers;
    }
    if (this._strategy !== undefined) {
      hasAnyValues = true;
      internalValueResult.strategy = this._strategy;
    }
    if (this._whenFull !== undefined) {
      hasAnyValues = true;
      internalValueResult.whenFull = this._whenFull;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ServiceUserTokenRotation | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._afterDays = undefined;
      this._graceHours = undefined;
      this._keepers = undefined;
      this._strategy = undefined;
      this._whenFull = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._afterDays = value.afterDays;
      this._graceHours = value.graceHours;
      this._keepers = value.keepers;
      this._strategy = value.strategy;
      this._whenFull = value.whenFull;
    }
  }

  // after_days - computed: false, optional: true, required: false
  private _afterDays?: number; 
  public get afterDays() {
    return this.getNumberAttribute('after_days');
  }
  public set afterDays(value: number) {
    this._afterDays = value;
  }
  public resetAfterDays() {
    this._afterDays = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get afterDaysInput() {
    return this._afterDays;
  }

  // grace_hours - computed: true, optional: true, required: false
  private _graceHours?: number; 
  public get graceHours() {
    return this.getNumberAttribute('grace_hours');
  }
  public set graceHours(value: number) {
    this._graceHours = value;
  }
  public resetGraceHours() {
    this._graceHours = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get graceHoursInput() {
    return this._graceHours;
  }

  // keepers - computed: false, optional: true, required: false
  private _keepers?: { [key: string]: string }; 
  public get keepers() {
    return this.getStringMapAttribute('keepers');
  }
  public set keepers(value: { [key: string]: string }) {
    this._keepers = value;
  }
  public resetKeepers() {
    this._keepers = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get keepersInput() {
    return this._keepers;
  }

  // strategy - computed: true, optional: true, required: false
  private _strategy?: string; 
  public get strategy() {
    return this.getStringAttribute('strategy');
  }
  public set strategy(value: string) {
    this._strategy = value;
  }
  public resetStrategy() {
    this._strategy = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get strategyInput() {
    return this._strategy;
  }

  // when_full - computed: true, optional: true, required: false
  private _whenFull?: string; 
  public get whenFull() {
    return this.getStringAttribute('when_full');
  }
  public set whenFull(value: string) {
    this._whenFull = value;
  }
  public resetWhenFull() {
    this._whenFull = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get whenFullInput() {
    return this._whenFull;
  }
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
    this._adopt = config.adopt;
    this._allPermissions = config.allPermissions;
    this._enabled = config.enabled;
    this._inactivityExpiryDays = config.inactivityExpiryDays;
    this._name = config.name;
    this._onDestroy = config.onDestroy;
    this._organization = config.organization;
    this._permissions = config.permissions;
    this._rotation.internalValue = config.rotation;
    this._sealedTo = config.sealedTo;
    this._secretStorage = config.secretStorage;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // adopt - computed: true, optional: true, required: false
  private _adopt?: string; 
  public get adopt() {
    return this.getStringAttribute('adopt');
  }
  public set adopt(value: string) {
    this._adopt = value;
  }
  public resetAdopt() {
    this._adopt = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get adoptInput() {
    return this._adopt;
  }

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

  // next_rotation_at - computed: true, optional: false, required: false
  public get nextRotationAt() {
    return this.getStringAttribute('next_rotation_at');
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

  // organization - computed: false, optional: true, required: false
  private _organization?: string; 
  public get organization() {
    return this.getStringAttribute('organization');
  }
  public set organization(value: string) {
    this._organization = value;
  }
  public resetOrganization() {
    this._organization = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get organizationInput() {
    return this._organization;
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

  // previous - computed: true, optional: false, required: false
  private _previous = new ServiceUserTokenPreviousOutputReference(this, "previous");
  public get previous() {
    return this._previous;
  }

  // rotation - computed: false, optional: true, required: false
  private _rotation = new ServiceUserTokenRotationOutputReference(this, "rotation");
  public get rotation() {
    return this._rotation;
  }
  public putRotation(value: ServiceUserTokenRotation) {
    this._rotation.internalValue = value;
  }
  public resetRotation() {
    this._rotation.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get rotationInput() {
    return this._rotation.internalValue;
  }

  // sealed_secrets - computed: true, optional: false, required: false
  private _sealedSecrets = new cdktf.StringMap(this, "sealed_secrets");
  public get sealedSecrets() {
    return this._sealedSecrets;
  }

  // sealed_to - computed: false, optional: true, required: false
  private _sealedTo?: { [key: string]: string }; 
  public get sealedTo() {
    return this.getStringMapAttribute('sealed_to');
  }
  public set sealedTo(value: { [key: string]: string }) {
    this._sealedTo = value;
  }
  public resetSealedTo() {
    this._sealedTo = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get sealedToInput() {
    return this._sealedTo;
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

  // secret_storage - computed: true, optional: true, required: false
  private _secretStorage?: string; 
  public get secretStorage() {
    return this.getStringAttribute('secret_storage');
  }
  public set secretStorage(value: string) {
    this._secretStorage = value;
  }
  public resetSecretStorage() {
    this._secretStorage = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get secretStorageInput() {
    return this._secretStorage;
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
      adopt: cdktf.stringToTerraform(this._adopt),
      all_permissions: cdktf.booleanToTerraform(this._allPermissions),
      enabled: cdktf.booleanToTerraform(this._enabled),
      inactivity_expiry_days: cdktf.numberToTerraform(this._inactivityExpiryDays),
      name: cdktf.stringToTerraform(this._name),
      on_destroy: cdktf.stringToTerraform(this._onDestroy),
      organization: cdktf.stringToTerraform(this._organization),
      permissions: cdktf.listMapper(cdktf.stringToTerraform, false)(this._permissions),
      rotation: serviceUserTokenRotationToTerraform(this._rotation.internalValue),
      sealed_to: cdktf.hashMapper(cdktf.stringToTerraform)(this._sealedTo),
      secret_storage: cdktf.stringToTerraform(this._secretStorage),
      timeouts: serviceUserTokenTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      adopt: {
        value: cdktf.stringToHclTerraform(this._adopt),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
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
      organization: {
        value: cdktf.stringToHclTerraform(this._organization),
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
      rotation: {
        value: serviceUserTokenRotationToHclTerraform(this._rotation.internalValue),
        isBlock: true,
        type: "struct",
        storageClassType: "ServiceUserTokenRotation",
      },
      sealed_to: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._sealedTo),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      secret_storage: {
        value: cdktf.stringToHclTerraform(this._secretStorage),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
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
