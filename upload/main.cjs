require('../bin/launch.cjs')('action', 'upload');
