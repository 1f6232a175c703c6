using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Json.Schema.Values;

/// <summary>
/// Keys of objects by text. Unlike <see cref="JsonElement.TryGetProperty(string, out JsonElement)"/> it takes keys with a
/// lone surrogate escape as they stand, where that throws.
/// </summary>
internal static class JsonMember
{
    /// <summary>The key of a member.</summary>
    public static string Name(JsonProperty member) => JsonText.Read(JsonMarshal.GetRawUtf8PropertyName(member));

    /// <summary>Whether an object has a key.</summary>
    public static bool Has(JsonElement container, string name) => TryFind(container, name, out _);

    /// <summary>Finds the value under a key; of equal keys the last counts, as most readers of JSON have it.</summary>
    public static bool TryFind(JsonElement container, string name, out JsonElement value)
    {
        var found = false;
        value = default;
        foreach (var member in container.EnumerateObject())
        {
            if (IsNamed(JsonMarshal.GetRawUtf8PropertyName(member), name))
            {
                found = true;
                value = member.Value;
            }
        }

        return found;
    }

    private static bool IsNamed(ReadOnlySpan<byte> raw, string name)
    {
        if (Ascii.Equals(raw, name))
        {
            return true;
        }

        if (Ascii.IsValid(raw) && !raw.Contains((byte)'\\'))
        {
            return false;
        }

        using var text = new JsonText(raw, stackalloc char[256]);
        return text.Chars.SequenceEqual(name);
    }
}
