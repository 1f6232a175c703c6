using System.Buffers;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Template values as JSON and back.</summary>
internal static class JsonValue
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(TemplateContext context, ScriptNode node, object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            Append(context, node, writer, value, 1);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static object? Read(TemplateContext context, ScriptNode node, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return ValueOf(context, node, document.RootElement);
        }
        catch (JsonException problem)
        {
            throw node.Error($"The text is not JSON: {problem.Message}");
        }
    }

    private static void Append(
        TemplateContext context,
        ScriptNode node,
        Utf8JsonWriter writer,
        object? value,
        int depth
    )
    {
        context.Step(node);
        context.CheckLength(node, writer.BytesCommitted + writer.BytesPending);
        if (depth > 64 || (context.ObjectRecursionLimit > 0 && depth > context.ObjectRecursionLimit))
        {
            throw node.Error("Structure is too deeply nested or contains reference loops.");
        }

        switch (value)
        {
            case null or IScriptCustomFunction:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double.NaN or double.PositiveInfinity or double.NegativeInfinity:
                writer.WriteNullValue();
                break;
            case IReadOnlyList<object?> list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    Append(context, node, writer, item, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case IScriptObject members:
                writer.WriteStartObject();
                foreach (var name in members.GetMembers())
                {
                    members.TryGetValue(context, default, name, out var member);
                    writer.WritePropertyName(name);
                    Append(context, node, writer, member, depth + 1);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteRawValue(context.ObjectToString(value, node));
                break;
        }
    }

    private static object? ValueOf(TemplateContext context, ScriptNode node, JsonElement json)
    {
        context.Step(node);
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new ScriptObject();
                foreach (var property in json.EnumerateObject())
                {
                    members[property.Name] = ValueOf(context, node, property.Value);
                }

                return members;
            case JsonValueKind.Array:
                return new ScriptArray(json.EnumerateArray().Select(item => ValueOf(context, node, item)));
            case JsonValueKind.String:
                return json.GetString();
            case JsonValueKind.Number:
                return BigInteger.TryParse(json.GetRawText(), out var integer) && integer.GetBitLength() < 1024
                    ? Parsing.NumberLiteral.Narrow(integer)
                    : json.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return json.GetBoolean();
            default:
                return null;
        }
    }
}
