import { Annotations, TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { SafetycultureProvider as Level1 } from "./generated/provider/index.js";
import { bundlePlugin } from "./plugin-bundle.js";
import { wholeNumberBetween } from "./validation.js";

export interface SafetycultureProviderProps {
  /**
   * Base URL of the API.
   * @default - the environment variable SAFETYCULTURE_API_URL when Terraform runs, else https://api.safetyculture.com
   */
  readonly apiUrl?: string;
  /**
   * API token that the provider calls the API with: the value of a sensitive variable. A literal is written in clear to
   * the synthesized configuration, which a warning says.
   * @default - the environment variable SAFETYCULTURE_API_TOKEN when Terraform runs
   */
  readonly apiToken?: string;
  /**
   * Names of hosts that may be called over plain http, such as that of a mock server in a container.
   * @default - the environment variable SAFETYCULTURE_PLAIN_HTTP_HOSTS when Terraform runs, separated by commas
   */
  readonly plainHttpHosts?: string[];
  /**
   * How often a failed request is sent again, 0 to 10.
   * @default 4
   */
  readonly maxRetries?: number;
  /**
   * How long one request may take, 1 to 600 seconds.
   * @default 30
   */
  readonly requestTimeoutSeconds?: number;
  /** Name of a further configuration of the provider in the same stack, for a second organization. */
  readonly alias?: string;
  /**
   * Puts the packaged plugin into the stack's `terraform.d/plugins`, where `terraform init` finds it without a
   * registry.
   * @default true
   */
  readonly bundlePlugin?: boolean;
}

/**
 * The provider of a stack.
 *
 * @example
 * new SafetycultureProvider(stack, "SafetyCulture");
 */
export class SafetycultureProvider extends Construct {
  /** The generated construct underneath. */
  public readonly resource: Level1;

  public constructor(scope: Construct, id: string, props: SafetycultureProviderProps = {}) {
    super(scope, id);
    wholeNumberBetween(this, "maxRetries", props.maxRetries, 0, 10);
    wholeNumberBetween(this, "requestTimeoutSeconds", props.requestTimeoutSeconds, 1, 600);
    if (props.apiToken !== undefined && !Token.isUnresolved(props.apiToken)) {
      const warning =
        "apiToken is a literal, so the synthesized configuration shows it in clear. Leave it to the environment variable " +
        "SAFETYCULTURE_API_TOKEN, or pass the value of a sensitive TerraformVariable.";
      // The annotation is for CDKTF's command line, which is not there when the program runs by itself.
      Annotations.of(this).addWarning(warning);
      process.emitWarning(`${this.node.path}: ${warning}`);
    }
    this.resource = new Level1(this, "Resource", {
      apiUrl: props.apiUrl,
      apiToken: props.apiToken,
      plainHttpHosts: props.plainHttpHosts,
      maxRetries: props.maxRetries,
      requestTimeoutSeconds: props.requestTimeoutSeconds,
      alias: props.alias,
    });
    if (props.bundlePlugin !== false) bundlePlugin(TerraformStack.of(this));
  }
}
