using System.Text.Json.Serialization;

namespace Featuresmith.Smoke;

[JsonSerializable(typeof(SmokeCache.Entry))]
internal sealed partial class SmokeCacheJson : JsonSerializerContext;
