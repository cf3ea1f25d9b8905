// https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/caller
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface DataSafetycultureCallerConfig extends cdktf.TerraformMetaArguments {
  /**
  * API token to ask with instead of the provider's own, such as one that came from elsewhere and is to be checked.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/caller#api_token DataSafetycultureCaller#api_token}
  */
  readonly apiToken?: string;
  /**
  * Key of one of the provider's `organizations`; without it, the organization of the provider block.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/caller#organization DataSafetycultureCaller#organization}
  */
  readonly organization?: string;
}

/**
* Represents a {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/caller safetyculture_caller}
*/
export class DataSafetycultureCaller extends cdktf.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "safetyculture_caller";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a DataSafetycultureCaller resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataSafetycultureCaller to import
  * @param importFromId The id of the existing DataSafetycultureCaller that should be imported. Refer to the {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/caller#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataSafetycultureCaller to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "safetyculture_caller", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs/data-sources/caller safetyculture_caller} Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataSafetycultureCallerConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataSafetycultureCallerConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'safetyculture_caller',
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
    this._apiToken = config.apiToken;
    this._organization = config.organization;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // api_token - computed: false, optional: true, required: false
  private _apiToken?: string; 
  public get apiToken() {
    return this.getStringAttribute('api_token');
  }
  public set apiToken(value: string) {
    this._apiToken = value;
  }
  public resetApiToken() {
    this._apiToken = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get apiTokenInput() {
    return this._apiToken;
  }

  // is_service_user - computed: true, optional: false, required: false
  public get isServiceUser() {
    return this.getBooleanAttribute('is_service_user');
  }

  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
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

  // permissions - computed: true, optional: false, required: false
  public get permissions() {
    return cdktf.Fn.tolist(this.getListAttribute('permissions'));
  }

  // user_id - computed: true, optional: false, required: false
  public get userId() {
    return this.getStringAttribute('user_id');
  }

  // works - computed: true, optional: false, required: false
  public get works() {
    return this.getBooleanAttribute('works');
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      api_token: cdktf.stringToTerraform(this._apiToken),
      organization: cdktf.stringToTerraform(this._organization),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      api_token: {
        value: cdktf.stringToHclTerraform(this._apiToken),
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
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
