require('../bin/stop-signals.cjs');
require('../bin/launch.cjs')('action', 'start', 'post');
