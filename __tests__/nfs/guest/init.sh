#!/bin/bash
# The first process of each kernel of the lab (see lab.ts). The root is the host's own, read-only; whatever a program
# writes goes to memory. The kernel hands on the parameters that are not its own as environment: MACHINE, ADDRESS, LAB, GUEST,
# PRODUCT, NODE_HOME.
# Orders come as lines on the console: `run JOB`, `kill JOB SIGNAL` (all that it has started) and
# `signal JOB SIGNAL` (its first process). A job is LAB/MACHINE/JOB.sh; beside it appear
# JOB.out, JOB.err and, at the end, JOB.status.
export PATH=/mnt/node:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8

mount -t proc proc /proc
mount -t sysfs sys /sys
for place in /mnt /run /tmp /var/tmp /root /home /var/lib/nfs; do mount -t tmpfs -o mode=755 tmpfs "$place"; done
chmod 1777 /tmp /var/tmp
mkdir -p /dev/shm /dev/pts
mount -t tmpfs tmpfs /dev/shm
mount -t devpts devpts /dev/pts
mkdir /mnt/lab /mnt/guest /mnt/product /mnt/host-node /mnt/node /mnt/gobbler /mnt/memory
mount -t hostfs -o "$LAB" none /mnt/lab
mount -t hostfs -o "ro,$GUEST" none /mnt/guest
mount -t hostfs -o "ro,$PRODUCT" none /mnt/product
mount -t hostfs -o "ro,$NODE_HOME" none /mnt/host-node

# Programs start several times faster from memory than from the host.
cp -r /mnt/product/{dist,bin,upload,stage,submit,package.json} /mnt/gobbler
cp /mnt/host-node/node /mnt/node
for file in $(ldd /mnt/node/node | grep -o '/[^ ]*') /bin/bash /usr/bin/setpriv; do
  cp -L "$file" /mnt/memory
  mount --bind "/mnt/memory/${file##*/}" "$file"
done

# Accounts of the lab, which the host need not have.
for table in passwd group; do
  grep -vE '^(gobbler|runner):' "/etc/$table" >"/run/$table"
done
printf '%s:x:%d:%d::/home/%s:/bin/bash\n' gobbler 7001 7001 gobbler runner 7002 7002 runner >>/run/passwd
printf '%s:x:%d:\n' gobbler 7001 runner 7002 >>/run/group
for table in passwd group; do mount --bind "/run/$table" "/etc/$table"; done
for user in gobbler runner; do
  mkdir "/home/$user"
  chown "$user:" "/home/$user"
done

# Modules lie where Debian puts them, not where modprobe looks by itself.
mkdir -p /run/modules/lib
ln -s /usr/lib/uml/modules /run/modules/lib/modules
printf '#!/bin/sh\nexec /sbin/modprobe -d /run/modules "$@"\n' >/run/modprobe
chmod +x /run/modprobe
echo /run/modprobe >/proc/sys/kernel/modprobe
/run/modprobe -a nfs nfsv3 nfsv4 nfsd quota_v2

hostname "$MACHINE"
ip link set lo up
ip address add "$ADDRESS/24" dev eth0
ip link set eth0 up
mkdir -p /var/lib/nfs/rpc_pipefs /run/rpcbind
mount -t rpc_pipefs rpc /var/lib/nfs/rpc_pipefs

jobs=/mnt/lab/$MACHINE
echo up >"$jobs/up"
while true; do
  read -r order job signal || continue
  case $order in
  run)
    (
      # A process group of its own, so that it can be killed with all that it has started.
      set -m
      (echo "$BASHPID" >"/run/job-$job" && . "$jobs/$job.sh") >"$jobs/$job.out" 2>"$jobs/$job.err" </dev/null &
      wait $!
      echo $? >"$jobs/$job.status"
    ) &
    ;;
  signal) kill "-$signal" "$(<"/run/job-$job")" ;;
  kill) kill "-$signal" -- "-$(<"/run/job-$job")" ;;
  esac
done
