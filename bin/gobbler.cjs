#!/usr/bin/env node
require('./stop-signals.cjs');
require('./launch.cjs')('cli');
