import type { LinkedPackage } from "./linked-packages.js";
import { BUN_VERSION } from "./targets.js";

/** What a software bill of materials is about. */
export interface Product {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly license: string;
}

/**
 * Writes a software bill of materials, as CycloneDX 1.6 in JSON: the plugin, the packages whose code it contains, and the runtime
 * of the executables. It holds no time and no serial number, so the same sources make the same bytes.
 */
export function sbomOf(product: Product, packages: readonly LinkedPackage[]): string {
  const components = [
    ...packages.map(({ name, version, license }) => ({
      type: "library",
      "bom-ref": purl(name, version),
      name,
      version,
      purl: purl(name, version),
      licenses: [{ expression: license }],
    })),
    {
      type: "platform",
      "bom-ref": purl("bun", BUN_VERSION),
      name: "bun",
      version: BUN_VERSION,
      description: "Runtime of the executables; the Node file does not contain it.",
      purl: purl("bun", BUN_VERSION),
      licenses: [{ expression: "MIT AND LGPL-2.0-only" }],
    },
  ];
  const document = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": product.name,
        name: product.name,
        version: product.version,
        licenses: [{ expression: product.license }],
      },
    },
    components,
    dependencies: [{ ref: product.name, dependsOn: components.map((component) => component["bom-ref"]) }],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Address of a package of npm, as SBOMs name it. */
const purl = (name: string, version: string): string => `pkg:npm/${name.replace("@", "%40")}@${version}`;
