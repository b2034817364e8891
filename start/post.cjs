require('../bin/launch.cjs')('action', 'start', 'post');
