namespace Featuresmith.Smoke;

/// <summary>A base image as the engine has it.</summary>
/// <param name="Id">Its id, which names its content; null where the engine does not have it and could not fetch it.</param>
/// <param name="Lack">Why it is not there, with the way out; null where it is.</param>
internal sealed record BaseImage(string? Id, string? Lack);
