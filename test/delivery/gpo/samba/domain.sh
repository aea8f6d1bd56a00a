#!/usr/bin/env bash
# Makes an Active Directory domain and runs its controller, in namespaces of its own: nothing of it is seen outside.
# Ends when the process that made the namespaces is ended, and all that it started with it.
set -euo pipefail
folder=$1
# This kernel may have no links to give an address to but this one; each namespace has its own.
ip link set lo up
ip address add 10.99.0.1/24 dev lo
mount --bind "$folder/hosts" /etc/hosts
mount --bind "$folder/resolv.conf" /etc/resolv.conf
# Where programs look for each other's sockets cannot be moved without breaking SMB, so the place itself is another.
mkdir -p /run/samba
mount -t tmpfs none /run/samba
samba-tool domain provision --server-role=dc --dns-backend=SAMBA_INTERNAL \
  --realm=PORTKEEP.TEST --domain=PORTKEEP --host-name=dc1 --host-ip=10.99.0.1 \
  --adminpass="$(cat "$folder/password")" --targetdir="$folder/domain" \
  --option="interfaces=127.0.0.1/8 10.99.0.1/24" --option="bind interfaces only=yes" \
  --option="log file=$folder/log.%m" --option="dns forwarder="
exec samba --foreground --no-process-group --configfile="$folder/domain/etc/smb.conf"
