require('../bin/launch.cjs')('action', 'stage');
