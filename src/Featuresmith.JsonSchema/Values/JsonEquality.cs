using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Json.Schema.Values;

/// <summary>Equality of JSON values as section 4.2.2 of the 2020-12 core specification defines it.</summary>
internal static class JsonEquality
{
    /// <exception cref="InsufficientExecutionStackException">They nest too deeply.</exception>
    public static bool AreEqual(JsonElement a, JsonElement b)
    {
        var kind = a.ValueKind;
        if (kind is JsonValueKind.Array or JsonValueKind.Object)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }

        return kind == b.ValueKind
            && kind switch
            {
                JsonValueKind.Number => NumbersAreEqual(a, b),
                JsonValueKind.String => TextsAreEqual(JsonText.Raw(a), JsonText.Raw(b)),
                JsonValueKind.Array => ArraysAreEqual(a, b),
                JsonValueKind.Object => ObjectsAreEqual(a, b),
                _ => true,
            };
    }

    /// <summary>Whether two strings or names, given with their escapes, say the same.</summary>
    public static bool TextsAreEqual(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (!a.Contains((byte)'\\') && !b.Contains((byte)'\\'))
        {
            return a.SequenceEqual(b);
        }

        using var left = new JsonText(a, stackalloc char[256]);
        using var right = new JsonText(b, stackalloc char[256]);
        return left.Chars.SequenceEqual(right.Chars);
    }

    /// <summary>A hash equal for equal values, whatever the order of an object's keys.</summary>
    /// <exception cref="InsufficientExecutionStackException">The value nests too deeply.</exception>
    public static int GetHash(JsonElement value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                return new JsonNumber(JsonMarshal.GetRawUtf8Value(value)).GetValueHash();
            case JsonValueKind.String:
                return GetTextHash(JsonText.Raw(value));
            case JsonValueKind.Array:
                var items = new HashCode();
                foreach (var item in value.EnumerateArray())
                {
                    items.Add(GetHash(item));
                }

                return items.ToHashCode();
            case JsonValueKind.Object:
                var members = 1;
                foreach (var member in value.EnumerateObject())
                {
                    var name = GetTextHash(JsonMarshal.GetRawUtf8PropertyName(member));
                    members = unchecked(members + HashCode.Combine(name, GetHash(member.Value)));
                }

                return members;
            default:
                return (int)value.ValueKind;
        }
    }

    private static int GetTextHash(ReadOnlySpan<byte> raw)
    {
        using var text = new JsonText(raw, stackalloc char[256]);
        return string.GetHashCode(text.Chars);
    }

    private static bool NumbersAreEqual(JsonElement a, JsonElement b)
    {
        var left = JsonMarshal.GetRawUtf8Value(a);
        var right = JsonMarshal.GetRawUtf8Value(b);
        return left.SequenceEqual(right) || JsonNumber.Compare(new JsonNumber(left), new JsonNumber(right)) == 0;
    }

    private static bool ArraysAreEqual(JsonElement a, JsonElement b)
    {
        if (a.GetArrayLength() != b.GetArrayLength())
        {
            return false;
        }

        var others = b.EnumerateArray();
        foreach (var item in a.EnumerateArray())
        {
            if (!others.MoveNext() || !AreEqual(item, others.Current))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ObjectsAreEqual(JsonElement a, JsonElement b)
    {
        if (a.GetPropertyCount() != b.GetPropertyCount())
        {
            return false;
        }

        var inStep = b.EnumerateObject();
        foreach (var member in a.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            // Equal objects mostly keep the order of their keys; only where they do not is the key searched for.
            var other = inStep.MoveNext() ? inStep.Current : default;
            var isSame = TextsAreEqual(name, JsonMarshal.GetRawUtf8PropertyName(other));
            var value = isSame ? other.Value : default;
            if (!(isSame || TryFind(b, name, out value)) || !AreEqual(member.Value, value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryFind(JsonElement container, ReadOnlySpan<byte> name, out JsonElement value)
    {
        foreach (var member in container.EnumerateObject())
        {
            if (TextsAreEqual(name, JsonMarshal.GetRawUtf8PropertyName(member)))
            {
                value = member.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
