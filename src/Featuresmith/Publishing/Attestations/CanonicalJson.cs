using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Featuresmith.Publishing.Attestations;

/// <summary>JSON on one line, whose bytes follow from its content alone.</summary>
internal static class CanonicalJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString(Options));
}
