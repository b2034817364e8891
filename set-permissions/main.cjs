require('../bin/stop-signals.cjs');
require('../bin/launch.cjs')('action', 'set-permissions');
