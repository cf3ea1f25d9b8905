#!/usr/bin/env node
// Stands outside dist, so that npm finds the command before the first build.
import "../dist/packaging/main.js";
