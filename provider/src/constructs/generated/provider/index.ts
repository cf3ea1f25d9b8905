// https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface SafetycultureProviderConfig {
  /**
  * API token that the provider calls the API with; its owner needs the permission Platform management: Organization. Default: the environment variable `SAFETYCULTURE_API_TOKEN`, then `MITTI_API_TOKEN`, which keeps it out of the configuration.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs#api_token SafetycultureProvider#api_token}
  */
  readonly apiToken?: string;
  /**
  * Base URL of the API. Default: the environment variable `SAFETYCULTURE_API_URL`, then `MITTI_API_URL`, else `https://api.safetyculture.com`. Plain http is accepted for this machine and for `plain_http_hosts`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs#api_url SafetycultureProvider#api_url}
  */
  readonly apiUrl?: string;
  /**
  * How often a failed request is sent again, 0 to 10. Default: 4.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs#max_retries SafetycultureProvider#max_retries}
  */
  readonly maxRetries?: number;
  /**
  * Organizations by a key of your choice, which `organization` of a resource or data source names. One provider process serves them all, each with a rate limit, a list and a quota of its own.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs#organizations SafetycultureProvider#organizations}
  */
  readonly organizations?: { [key: string]: SafetycultureProviderOrganizations } | cdktf.IResolvable;
  /**
  * Names of hosts that may be called over plain http, such as that of a mock server in a container. The API token can be read on the way there. Default: the environment variable `SAFETYCULTURE_PLAIN_HTTP_HOSTS`, separated by commas, else none.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs#plain_http_hosts SafetycultureProvider#plain_http_hosts}
  */
  readonly plainHttpHosts?: string[];
  /**
  * How long one request may take, 1 to 600 seconds. Default: 30.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs#request_timeout_seconds SafetycultureProvider#request_timeout_seconds}
  */
  readonly requestTimeoutSeconds?: number;
  /**
  * Alias name
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs#alias SafetycultureProvider#alias}
  */
  readonly alias?: string;
}
export interface SafetycultureProviderOrganizations {
  /**
  * API token of the organization. Prefer `api_token_env`, which keeps it out of the configuration.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs#api_token SafetycultureProvider#api_token}
  */
  readonly apiToken?: string;
  /**
  * Name of the environment variable that holds the API token of the organization.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs#api_token_env SafetycultureProvider#api_token_env}
  */
  readonly apiTokenEnv?: string;
  /**
  * Base URL of the API for this organization. Default: that of the provider block.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs#api_url SafetycultureProvider#api_url}
  */
  readonly apiUrl?: string;
}

export function safetycultureProviderOrganizationsToTerraform(struct?: SafetycultureProviderOrganizations | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    api_token: cdktf.stringToTerraform(struct!.apiToken),
    api_token_env: cdktf.stringToTerraform(struct!.apiTokenEnv),
    api_url: cdktf.stringToTerraform(struct!.apiUrl),
  }
}


export function safetycultureProviderOrganizationsToHclTerraform(struct?: SafetycultureProviderOrganizations | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    api_token: {
      value: cdktf.stringToHclTerraform(struct!.apiToken),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    api_token_env: {
      value: cdktf.stringToHclTerraform(struct!.apiTokenEnv),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    api_url: {
      value: cdktf.stringToHclTerraform(struct!.apiUrl),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}


/**
* Represents a {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs safetyculture}
*/
export class SafetycultureProvider extends cdktf.TerraformProvider {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "safetyculture";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a SafetycultureProvider resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the SafetycultureProvider to import
  * @param importFromId The id of the existing SafetycultureProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the SafetycultureProvider to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "safetyculture", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/safetyculture-tokens/safetyculture/latest/docs safetyculture} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options SafetycultureProviderConfig = {}
  */
  public constructor(scope: Construct, id: string, config: SafetycultureProviderConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'safetyculture',
      terraformGeneratorMetadata: {
        providerName: 'safetyculture',
        providerVersionConstraint: '~> 0.1'
      },
      terraformProviderSource: 'safetyculture-tokens/safetyculture'
    });
    this._apiToken = config.apiToken;
    this._apiUrl = config.apiUrl;
    this._maxRetries = config.maxRetries;
    this._organizations = config.organizations;
    this._plainHttpHosts = config.plainHttpHosts;
    this._requestTimeoutSeconds = config.requestTimeoutSeconds;
    this._alias = config.alias;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // api_token - computed: false, optional: true, required: false
  private _apiToken?: string; 
  public get apiToken() {
    return this._apiToken;
  }
  public set apiToken(value: string | undefined) {
    this._apiToken = value;
  }
  public resetApiToken() {
    this._apiToken = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get apiTokenInput() {
    return this._apiToken;
  }

  // api_url - computed: false, optional: true, required: false
  private _apiUrl?: string; 
  public get apiUrl() {
    return this._apiUrl;
  }
  public set apiUrl(value: string | undefined) {
    this._apiUrl = value;
  }
  public resetApiUrl() {
    this._apiUrl = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get apiUrlInput() {
    return this._apiUrl;
  }

  // max_retries - computed: false, optional: true, required: false
  private _maxRetries?: number; 
  public get maxRetries() {
    return this._maxRetries;
  }
  public set maxRetries(value: number | undefined) {
    this._maxRetries = value;
  }
  public resetMaxRetries() {
    this._maxRetries = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxRetriesInput() {
    return this._maxRetries;
  }

  // organizations - computed: false, optional: true, required: false
  private _organizations?: { [key: string]: SafetycultureProviderOrganizations } | cdktf.IResolvable; 
  public get organizations() {
    return this._organizations;
  }
  public set organizations(value: { [key: string]: SafetycultureProviderOrganizations } | cdktf.IResolvable | undefined) {
    this._organizations = value;
  }
  public resetOrganizations() {
    this._organizations = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get organizationsInput() {
    return this._organizations;
  }

  // plain_http_hosts - computed: false, optional: true, required: false
  private _plainHttpHosts?: string[]; 
  public get plainHttpHosts() {
    return this._plainHttpHosts;
  }
  public set plainHttpHosts(value: string[] | undefined) {
    this._plainHttpHosts = value;
  }
  public resetPlainHttpHosts() {
    this._plainHttpHosts = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get plainHttpHostsInput() {
    return this._plainHttpHosts;
  }

  // request_timeout_seconds - computed: false, optional: true, required: false
  private _requestTimeoutSeconds?: number; 
  public get requestTimeoutSeconds() {
    return this._requestTimeoutSeconds;
  }
  public set requestTimeoutSeconds(value: number | undefined) {
    this._requestTimeoutSeconds = value;
  }
  public resetRequestTimeoutSeconds() {
    this._requestTimeoutSeconds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get requestTimeoutSecondsInput() {
    return this._requestTimeoutSeconds;
  }

  // alias - computed: false, optional: true, required: false
  private _alias?: string; 
  public get alias() {
    return this._alias;
  }
  public set alias(value: string | undefined) {
    this._alias = value;
  }
  public resetAlias() {
    this._alias = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get aliasInput() {
    return this._alias;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      api_token: cdktf.stringToTerraform(this._apiToken),
      api_url: cdktf.stringToTerraform(this._apiUrl),
      max_retries: cdktf.numberToTerraform(this._maxRetries),
      organizations: cdktf.hashMapper(safetycultureProviderOrganizationsToTerraform)(this._organizations),
      plain_http_hosts: cdktf.listMapper(cdktf.stringToTerraform, false)(this._plainHttpHosts),
      request_timeout_seconds: cdktf.numberToTerraform(this._requestTimeoutSeconds),
      alias: cdktf.stringToTerraform(this._alias),
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
      api_url: {
        value: cdktf.stringToHclTerraform(this._apiUrl),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      max_retries: {
        value: cdktf.numberToHclTerraform(this._maxRetries),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      organizations: {
        value: cdktf.hashMapperHcl(safetycultureProviderOrganizationsToHclTerraform)(this._organizations),
        isBlock: true,
        type: "map",
        storageClassType: "SafetycultureProviderOrganizationsMap",
      },
      plain_http_hosts: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._plainHttpHosts),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      request_timeout_seconds: {
        value: cdktf.numberToHclTerraform(this._requestTimeoutSeconds),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      alias: {
        value: cdktf.stringToHclTerraform(this._alias),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
