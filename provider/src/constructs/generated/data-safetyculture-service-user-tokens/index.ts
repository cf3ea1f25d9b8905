// https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/service_user_tokens
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface DataSafetycultureServiceUserTokensConfig extends cdktf.TerraformMetaArguments {
  /**
  * Only active tokens that expire within so many days from now unless they are used, 0 to 180.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/service_user_tokens#expires_within_days DataSafetycultureServiceUserTokens#expires_within_days}
  */
  readonly expiresWithinDays?: number;
  /**
  * Only tokens of exactly this name.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/service_user_tokens#name DataSafetycultureServiceUserTokens#name}
  */
  readonly name?: string;
  /**
  * Only tokens whose name starts with this text.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/service_user_tokens#name_prefix DataSafetycultureServiceUserTokens#name_prefix}
  */
  readonly namePrefix?: string;
  /**
  * Key of one of the provider's `organizations`; without it, the organization of the provider block.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/service_user_tokens#organization DataSafetycultureServiceUserTokens#organization}
  */
  readonly organization?: string;
  /**
  * Only tokens that have the permission of this key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/service_user_tokens#permission DataSafetycultureServiceUserTokens#permission}
  */
  readonly permission?: string;
  /**
  * Only tokens of this status: `active`, `revoked` or `expired`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/service_user_tokens#status DataSafetycultureServiceUserTokens#status}
  */
  readonly status?: string;
}
export interface DataSafetycultureServiceUserTokensTokens {
}

export function dataSafetycultureServiceUserTokensTokensToTerraform(struct?: DataSafetycultureServiceUserTokensTokens): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataSafetycultureServiceUserTokensTokensToHclTerraform(struct?: DataSafetycultureServiceUserTokensTokens): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataSafetycultureServiceUserTokensTokensOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): DataSafetycultureServiceUserTokensTokens | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataSafetycultureServiceUserTokensTokens | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // created_at - computed: true, optional: false, required: false
  public get createdAt() {
    return this.getStringAttribute('created_at');
  }

  // expires_at - computed: true, optional: false, required: false
  public get expiresAt() {
    return this.getStringAttribute('expires_at');
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // inactivity_expiry_days - computed: true, optional: false, required: false
  public get inactivityExpiryDays() {
    return this.getNumberAttribute('inactivity_expiry_days');
  }

  // last_used_at - computed: true, optional: false, required: false
  public get lastUsedAt() {
    return this.getStringAttribute('last_used_at');
  }

  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
  }

  // organization_id - computed: true, optional: false, required: false
  public get organizationId() {
    return this.getStringAttribute('organization_id');
  }

  // permissions - computed: true, optional: false, required: false
  public get permissions() {
    return cdktf.Fn.tolist(this.getListAttribute('permissions'));
  }

  // revoked_at - computed: true, optional: false, required: false
  public get revokedAt() {
    return this.getStringAttribute('revoked_at');
  }

  // secret_issued_at - computed: true, optional: false, required: false
  public get secretIssuedAt() {
    return this.getStringAttribute('secret_issued_at');
  }

  // service_user_id - computed: true, optional: false, required: false
  public get serviceUserId() {
    return this.getStringAttribute('service_user_id');
  }

  // status - computed: true, optional: false, required: false
  public get status() {
    return this.getStringAttribute('status');
  }

  // updated_at - computed: true, optional: false, required: false
  public get updatedAt() {
    return this.getStringAttribute('updated_at');
  }
}

export class DataSafetycultureServiceUserTokensTokensList extends cdktf.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): DataSafetycultureServiceUserTokensTokensOutputReference {
    return new DataSafetycultureServiceUserTokensTokensOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}

/**
* Represents a {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/service_user_tokens safetyculture_service_user_tokens}
*/
export class DataSafetycultureServiceUserTokens extends cdktf.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "safetyculture_service_user_tokens";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a DataSafetycultureServiceUserTokens resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataSafetycultureServiceUserTokens to import
  * @param importFromId The id of the existing DataSafetycultureServiceUserTokens that should be imported. Refer to the {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/service_user_tokens#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataSafetycultureServiceUserTokens to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "safetyculture_service_user_tokens", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/service_user_tokens safetyculture_service_user_tokens} Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataSafetycultureServiceUserTokensConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataSafetycultureServiceUserTokensConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'safetyculture_service_user_tokens',
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
    this._expiresWithinDays = config.expiresWithinDays;
    this._name = config.name;
    this._namePrefix = config.namePrefix;
    this._organization = config.organization;
    this._permission = config.permission;
    this._status = config.status;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // expires_within_days - computed: false, optional: true, required: false
  private _expiresWithinDays?: number; 
  public get expiresWithinDays() {
    return this.getNumberAttribute('expires_within_days');
  }
  public set expiresWithinDays(value: number) {
    this._expiresWithinDays = value;
  }
  public resetExpiresWithinDays() {
    this._expiresWithinDays = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get expiresWithinDaysInput() {
    return this._expiresWithinDays;
  }

  // ids - computed: true, optional: false, required: false
  public get ids() {
    return this.getListAttribute('ids');
  }

  // name - computed: false, optional: true, required: false
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  public resetName() {
    this._name = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // name_prefix - computed: false, optional: true, required: false
  private _namePrefix?: string; 
  public get namePrefix() {
    return this.getStringAttribute('name_prefix');
  }
  public set namePrefix(value: string) {
    this._namePrefix = value;
  }
  public resetNamePrefix() {
    this._namePrefix = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get namePrefixInput() {
    return this._namePrefix;
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

  // permission - computed: false, optional: true, required: false
  private _permission?: string; 
  public get permission() {
    return this.getStringAttribute('permission');
  }
  public set permission(value: string) {
    this._permission = value;
  }
  public resetPermission() {
    this._permission = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get permissionInput() {
    return this._permission;
  }

  // status - computed: false, optional: true, required: false
  private _status?: string; 
  public get status() {
    return this.getStringAttribute('status');
  }
  public set status(value: string) {
    this._status = value;
  }
  public resetStatus() {
    this._status = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get statusInput() {
    return this._status;
  }

  // tokens - computed: true, optional: false, required: false
  private _tokens = new DataSafetycultureServiceUserTokensTokensList(this, "tokens", false);
  public get tokens() {
    return this._tokens;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      expires_within_days: cdktf.numberToTerraform(this._expiresWithinDays),
      name: cdktf.stringToTerraform(this._name),
      name_prefix: cdktf.stringToTerraform(this._namePrefix),
      organization: cdktf.stringToTerraform(this._organization),
      permission: cdktf.stringToTerraform(this._permission),
      status: cdktf.stringToTerraform(this._status),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      expires_within_days: {
        value: cdktf.numberToHclTerraform(this._expiresWithinDays),
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
      name_prefix: {
        value: cdktf.stringToHclTerraform(this._namePrefix),
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
      permission: {
        value: cdktf.stringToHclTerraform(this._permission),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      status: {
        value: cdktf.stringToHclTerraform(this._status),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
