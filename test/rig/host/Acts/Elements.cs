using System.Text.Json;

namespace Rig.Acts;

static class Elements
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
