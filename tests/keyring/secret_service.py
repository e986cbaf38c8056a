#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Secret Service that stands in for the desktop's: secret_service.py [--silent]

Serves on the session bus what a program needs to keep, find and forget a
secret, in memory. With --silent it takes every call and never answers. Writes
"ready" when it is there; every item's label and attributes follow, one line
of JSON each, and never a secret.
"""

import json
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.secrets"
ROOT = "/org/freedesktop/secrets"
COLLECTION = ROOT + "/aliases/default"
SERVICE = "org.freedesktop.Secret.Service"

INTERFACES = """
<node>
  <interface name="org.freedesktop.Secret.Service">
    <method name="OpenSession">
      <arg type="s" direction="in"/><arg type="v" direction="in"/>
      <arg type="v" direction="out"/><arg type="o" direction="out"/>
    </method>
    <method name="SearchItems">
      <arg type="a{ss}" direction="in"/>
      <arg type="ao" direction="out"/><arg type="ao" direction="out"/>
    </method>
    <method name="GetSecrets">
      <arg type="ao" direction="in"/><arg type="o" direction="in"/>
      <arg type="a{o(oayays)}" direction="out"/>
    </method>
    <method name="ReadAlias">
      <arg type="s" direction="in"/><arg type="o" direction="out"/>
    </method>
    <method name="Unlock">
      <arg type="ao" direction="in"/>
      <arg type="ao" direction="out"/><arg type="o" direction="out"/>
    </method>
  </interface>
  <interface name="org.freedesktop.Secret.Collection">
    <method name="CreateItem">
      <arg type="a{sv}" direction="in"/><arg type="(oayays)" direction="in"/>
      <arg type="b" direction="in"/>
      <arg type="o" direction="out"/><arg type="o" direction="out"/>
    </method>
  </interface>
  <interface name="org.freedesktop.Secret.Item">
    <method name="Delete"><arg type="o" direction="out"/></method>
  </interface>
</node>
"""


class Service:
    def __init__(self, silent):
        self.silent = silent
        self.items = {}
        self.made = 0
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACES)
        self.interfaces = {interface.name: interface for interface in node.interfaces}

    def serve(self, bus, path, interface):
        bus.register_object(path, self.interfaces[interface], self.call, None, None)

    def on_bus(self, bus, _name):
        self.bus = bus
        self.serve(bus, ROOT, SERVICE)
        self.serve(bus, COLLECTION, "org.freedesktop.Secret.Collection")

    def call(self, _bus, _sender, path, _interface, method, parameters, invocation):
        if self.silent:
            return
        answer = getattr(self, method)(path, *parameters.unpack())
        if answer is None:
            invocation.return_dbus_error("org.freedesktop.DBus.Error.NotSupported", "plain only")
        else:
            invocation.return_value(answer)

    def OpenSession(self, _path, algorithm, _input):
        if algorithm != "plain":
            return None
        return GLib.Variant("(vo)", (GLib.Variant("s", ""), ROOT + "/session/1"))

    def SearchItems(self, _path, attributes):
        found = [
            path
            for path, (known, _secret) in self.items.items()
            if all(known.get(name) == value for name, value in attributes.items())
        ]
        return GLib.Variant("(aoao)", (found, []))

    def GetSecrets(self, _path, items, session):
        secrets = {path: (session, b"", self.items[path][1], "text/plain") for path in items}
        return GLib.Variant("(a{o(oayays)})", (secrets,))

    def ReadAlias(self, _path, _alias):
        return GLib.Variant("(o)", (COLLECTION,))

    def Unlock(self, _path, objects):
        return GLib.Variant("(aoo)", (objects, "/"))

    def CreateItem(self, _path, properties, secret, _replace):
        attributes = properties["org.freedesktop.Secret.Item.Attributes"]
        label = properties["org.freedesktop.Secret.Item.Label"]
        self.made += 1
        path = f"{ROOT}/collection/memory/{self.made}"
        self.items[path] = (attributes, bytes(secret[2]))
        self.serve(self.bus, path, "org.freedesktop.Secret.Item")
        print(json.dumps({"label": label, "attributes": attributes}), flush=True)
        return GLib.Variant("(oo)", (path, "/"))

    def Delete(self, path):
        del self.items[path]
        return GLib.Variant("(o)", ("/",))


def main():
    service = Service("--silent" in sys.argv[1:])
    Gio.bus_own_name(
        Gio.BusType.SESSION,
        NAME,
        Gio.BusNameOwnerFlags.NONE,
        service.on_bus,
        lambda _bus, _name: print("ready", flush=True),
        lambda _bus, _name: sys.exit("the bus or the name is not to be had"),
    )
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
