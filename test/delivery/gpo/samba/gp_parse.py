"""Reads a settings file of Group Policy as Samba does, and writes it as XML and again as it was."""

import sys

from samba.gp_parse.gp_ini import GPScriptsIniParser
from samba.gp_parse.gp_pol import GPPolParser

kind, file, xml, copy = sys.argv[1:]
parser = {"ini": GPScriptsIniParser, "pol": GPPolParser}[kind]()
with open(file, "rb") as handle:
    parser.parse(handle.read())
parser.write_xml(xml)
parser.write_binary(copy)
